/**
 * The proof of a form: a bundle in which every printed figure can be followed to facts and rows of the sealed log, and its verification.
 *
 * <p>{@link org.diban.indicator.proof.FormBundle} writes one from a {@link org.diban.indicator.proof.LogSnapshot}: all facts of the form's
 * stream, all facts of every stream that a measured figure was computed from, the definitions, and {@code claims/form.json} with each printed
 * figure and what it rests on. {@link org.diban.indicator.proof.FormClaims} verifies it with nothing but the bundle: it folds the form again,
 * computes the measured figures again from the rows, scores the form again, and compares every printed figure.
 * {@code docs/reference/evidence-format.md} specifies the documents.
 *
 * <p>What is proved depends on where a figure comes from. A <em>measured</em> one is what its rows give under its definition, and no row
 * that counts was left out. A <em>computed</em> one is what the rule set gives. An <em>entered</em>, <em>transcribed</em> or <em>recorded</em>
 * one is what somebody put into the log, unchanged since; its truth rests on the files behind it.
 */
@NullMarked
package org.diban.indicator.proof;

import org.jspecify.annotations.NullMarked;
