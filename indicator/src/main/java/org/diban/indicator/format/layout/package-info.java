/**
 * The official layout of a form (财政项目支出绩效自评表): which words stand in which box of an eight-column table, and which boxes are merged.
 *
 * <p>A {@link org.diban.indicator.format.layout.FormLayout} is the one description that the spreadsheet, DOCX and PDF writers draw, so
 * that they cannot differ in what they say. It knows words, boxes and relative widths; fonts, points and borders belong to the writers.
 */
@NullMarked
package org.diban.indicator.format.layout;

import org.jspecify.annotations.NullMarked;
