/**
 * Scores: what a form's figures earn under a rule set, computed exactly and said with its reason.
 *
 * <p>A {@link org.diban.indicator.score.RuleSet} is data with an identifier and a version (JSON resources beside this package);
 * {@link org.diban.indicator.score.ScoredForm} is a form with everything the rules compute. All arithmetic is on integers, decimals
 * and fractions:
 *
 * <ul>
 *   <li>执行率 is {@code 全年执行数 ÷ 全年预算数 × 100}, both as printed in 万元, truncated to two decimals; a budget of nought
 *       gives {@code 0.00}.
 *   <li>得分 of the funds is the weight times the share that the rule set's curve gives for the printed rate, half up to two decimals.
 *   <li>An indicator is compared by its exact value. Met, it has its full weight; missed, the share that the curve gives for the ratio
 *       of actual and target (target and actual where less is better), truncated to two decimals so that a missed target never prints
 *       as a full score.
 *   <li>A missing actual value is not nought: the score is not computable, which counts no points and says so.
 *   <li>总分 is the plain sum. The grade is that of the highest band whose limit the total reaches.
 * </ul>
 */
@NullMarked
package org.diban.indicator.score;

import org.jspecify.annotations.NullMarked;
