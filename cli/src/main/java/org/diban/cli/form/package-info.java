/** {@code diban form}: forms in files, without a server. */
@NullMarked
package org.diban.cli.form;

import org.jspecify.annotations.NullMarked;
