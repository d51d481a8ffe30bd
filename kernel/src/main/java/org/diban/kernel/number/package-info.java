/**
 * Exact numbers and the rules by which they are printed.
 *
 * <p>No binary floating point touches a printed figure. A ratio stays a {@link org.diban.kernel.number.Fraction} until a
 * {@link org.diban.kernel.number.PrintRule} turns it into digits, and comparisons with a target use the fraction. Money is an
 * integer number of 分 ({@link org.diban.kernel.number.Money}); 万元 is only a way to print it.
 */
@NullMarked
package org.diban.kernel.number;

import org.jspecify.annotations.NullMarked;
