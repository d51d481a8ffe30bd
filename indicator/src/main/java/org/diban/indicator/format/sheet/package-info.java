/**
 * Forms as spreadsheets (XLSX) and as comma-separated text (CSV).
 *
 * <p>{@link org.diban.indicator.format.sheet.XlsxWriter} writes a sheet for each form in the official layout.
 * {@link org.diban.indicator.format.sheet.XlsxReader} reads such a workbook back to the same cells, and as well a plain sheet: the rows
 * of one or more forms below each other, without merged cells and with plain numbers. Reading trusts nothing: the size of the file,
 * what it unpacks to, its rows, columns and texts are bounded by {@link org.diban.indicator.format.sheet.SheetLimits}, and what cannot be
 * taken is a problem that names sheet, row and column. Nothing that is written can be taken for a formula.
 */
@NullMarked
package org.diban.indicator.format.sheet;

import org.jspecify.annotations.NullMarked;
