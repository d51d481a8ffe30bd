/**
 * A form as it stands on paper: the words in its cells and where each was found.
 *
 * <p>Every reader (text, spreadsheet) ends in {@link org.diban.indicator.printed.GridReader}, which turns rows of located cells into
 * {@link org.diban.indicator.printed.PrintedForm}s, and every writer (spreadsheet, DOCX, PDF, page) starts from one. Between the two lie
 *
 * <ul>
 *   <li>{@link org.diban.indicator.printed.Transcriber}: cells to a {@link org.diban.indicator.form.Form}, with problems that name
 *       file, line and column;
 *   <li>{@link org.diban.indicator.printed.Rendering}: a {@link org.diban.indicator.score.ScoredForm} to cells;
 *   <li>{@link org.diban.indicator.printed.FormCheck}: the comparison of what was read with what is printed.
 * </ul>
 *
 * <p>A form is reproduced when rendering its interpretation gives the cells that were read, to the byte. What makes that possible:
 *
 * <ul>
 *   <li>Targets and actual values keep the decimals and the unit with which they were printed.
 *   <li>Amounts of money print with two decimals in 万元; {@link org.diban.indicator.form.PrintStyle} keeps whether they have thousands
 *       separators and the colon after 其中, and the mark-up around the paragraphs of the goals. {@code Rendering.of} prints goals
 *       without mark-up; only the check puts it back.
 *   <li>Rates, scores, total and grade are not kept. They are computed; a printed score that differs from the computed one is kept as a
 *       deduction without a reason.
 *   <li>Other spellings of the same content ({@code >=95％}, {@code 403.7}) are read and print in the official spelling; the check
 *       shows them as differences.
 * </ul>
 */
@NullMarked
package org.diban.indicator.printed;

import org.jspecify.annotations.NullMarked;
