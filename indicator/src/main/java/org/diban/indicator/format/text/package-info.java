/**
 * Forms in text files: one row a line, cells separated by tabs, as the office systems copy a table out.
 *
 * <p>The encoding is UTF-8, with or without a byte-order mark, or GB18030: the first of the two in which every byte is valid. Lines end
 * with CR, LF or both; the last one may lack its end. Anything else is refused with a problem that says what to do.
 */
@NullMarked
package org.diban.indicator.format.text;

import org.jspecify.annotations.NullMarked;
