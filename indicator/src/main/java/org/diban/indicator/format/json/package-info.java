/**
 * A form as a JSON document of format {@code diban-form/1}: everything that a {@link org.diban.indicator.form.Form} holds, and nothing
 * that can be computed from it.
 *
 * <p>The document has one canonical form (RFC 8785), so equal forms are equal bytes. Decimals and amounts of money are strings of digits,
 * amounts in 元; an exact value is a decimal or a quotient of two integers. A member that is absent stands for a value that is not
 * there. Unknown members are refused: a reader that skipped them would lose content. {@code docs/reference/form-json.md} describes every
 * member.
 */
@NullMarked
package org.diban.indicator.format.json;

import org.jspecify.annotations.NullMarked;
