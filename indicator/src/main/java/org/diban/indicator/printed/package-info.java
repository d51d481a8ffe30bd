/**
 * A form as it stands on paper: the words in its cells and where each was found.
 *
 * <p>Every reader (text, spreadsheet, JSON) ends in a {@link org.diban.indicator.printed.PrintedForm} and every writer
 * (spreadsheet, DOCX, PDF, JSON, page) starts from one. Between the two lie interpretation (cells to a
 * {@link org.diban.indicator.form.Form}, with problems that name file, line and column) and rendering (a scored form to cells).
 * A form is reproduced when rendering its interpretation gives the cells that were read.
 */
@NullMarked
package org.diban.indicator.printed;

import org.jspecify.annotations.NullMarked;
