/**
 * The review of forms: what an officer of finance would object to.
 *
 * <p>A rule is an identifier, a title, cases with a severity and a message in both languages, parameters and word lists – all in the resource
 * {@code rules-1.json} – and a check in code. {@link org.diban.indicator.review.FormReview} runs the rules that need one form;
 * {@link org.diban.indicator.review.ReviewRun} reviews any number of forms, adds the rules that compare forms with each other, and uses
 * no more memory for a province than for a district.
 *
 * <p>Two forms are compared when they are of one department and unit and
 *
 * <ul>
 *   <li>of one year of service and <em>about one thing</em>: at least half of the measures of the smaller, and at least three, are on
 *       both (parameters of V16);
 *   <li>or <em>successive</em>: of one series – the project's name without its year – and of two successive years of service.
 * </ul>
 *
 * <p>The year of service is the one in the project's name, if there is one, or else the year of the form: what was delivered in 2023 may
 * be paid in 2024.
 *
 * <p>Facts are matched by measure: the one an indicator is bound to or, where none is bound, the one that {@code measure-names-1.json} gives for
 * its name; a name that is not listed stands for itself. Names are compared without blanks, punctuation and 的.
 *
 * <p>V22, V24, V25 and V28 need data that a form on paper does not have ({@link org.diban.indicator.review.FormData}, exact values). They
 * are silent where there is none: they object to what the data says, not to its absence. V23 objects to the absence itself.
 */
@NullMarked
package org.diban.indicator.review;

import org.jspecify.annotations.NullMarked;
