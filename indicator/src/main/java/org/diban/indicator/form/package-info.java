/**
 * The self-evaluation form (财政项目支出绩效自评表) as a value.
 *
 * <p>A {@link org.diban.indicator.form.Form} holds what people decide or measure: who, which year, the goals, the money, and per
 * indicator the target, the actual value, the weight, the recorded deductions. It holds nothing that can be computed: rates,
 * scores, total and grade are computed by a rule set ({@code org.diban.indicator.score}) and never stored beside their inputs.
 */
@NullMarked
package org.diban.indicator.form;

import org.jspecify.annotations.NullMarked;
