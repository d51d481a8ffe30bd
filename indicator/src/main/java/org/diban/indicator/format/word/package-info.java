/**
 * Forms as word-processor documents (DOCX), drawn from the official layout with native tables, merged cells and repeated headings.
 *
 * <p>The layout is fixed, so the document is built directly and needs no template.
 */
@NullMarked
package org.diban.indicator.format.word;

import org.jspecify.annotations.NullMarked;
