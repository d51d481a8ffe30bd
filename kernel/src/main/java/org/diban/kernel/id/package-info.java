/** Identifiers of things: a prefix that says what the thing is, and a part that sorts by time of birth. */
@NullMarked
package org.diban.kernel.id;

import org.jspecify.annotations.NullMarked;
