/**
 * The words every part of Diban shares.
 *
 * <ul>
 *   <li>{@link org.diban.kernel.problem} – what went wrong, with a stable code, in both languages.
 *   <li>{@link org.diban.kernel.number} – exact fractions, money in 分, and the rules by which a figure is printed.
 *   <li>{@link org.diban.kernel.time} – half-open periods and the civil time zone of the district.
 *   <li>{@link org.diban.kernel.json} – JSON values and their one canonical form (RFC 8785).
 *   <li>{@link org.diban.kernel.id} – prefixed identifiers that sort by their time of birth.
 * </ul>
 *
 * <p>The kernel depends on the JDK alone. It reads no clock, no file and no environment.
 */
@NullMarked
package org.diban.kernel;

import org.jspecify.annotations.NullMarked;
