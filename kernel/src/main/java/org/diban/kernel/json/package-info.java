/**
 * JSON values with one canonical form.
 *
 * <p>What Diban hashes and signs is JSON in the form of RFC 8785: members sorted by UTF-16 code units, no white space, shortest
 * escapes, UTF-8. The value space is narrower than JSON's on purpose: a number is an integer within ±(2⁵³−1); decimals and
 * instants are strings. A name may occur once in an object. Whatever is outside this space is refused by
 * {@link org.diban.kernel.json.JsonReader}, so that a hash can never depend on how a program reads a number.
 */
@NullMarked
package org.diban.kernel.json;

import org.jspecify.annotations.NullMarked;
