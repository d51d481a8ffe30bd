/** {@code diban review} and {@code diban form review}: what an officer of finance would object to in the forms of files and folders. */
@NullMarked
package org.diban.cli.review;

import org.jspecify.annotations.NullMarked;
