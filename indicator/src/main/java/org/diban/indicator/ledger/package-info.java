/**
 * The life of a form as facts: a form is the fold over the facts of its stream.
 *
 * <p>The stream of a form is {@code form/<id>} with an identifier such as {@code frm_01k3…}. Its first fact is {@code form.opened}. Each kind of
 * fact is a {@link org.diban.indicator.ledger.FormChange}, and its body is the JSON of that change, described member by member in {@code docs/reference/ledger.md}.
 * A fact that takes the place of an earlier one – a figure entered again, an amount of money corrected, a deduction withdrawn – names it as {@code corrects}.
 *
 * <p>{@link org.diban.indicator.ledger.FormLedger} folds facts into a {@link org.diban.indicator.ledger.FormState} and refuses an impossible sequence with a
 * {@link org.diban.indicator.ledger.LedgerProblem} that names the fact. {@link org.diban.indicator.ledger.FormCommands} turns a wish into the fact to append by trying the
 * fold on it: what it accepts can be replayed, by construction. {@link org.diban.indicator.ledger.FormDiff} says what changed between two lengths of a stream, by whom, when and in which fact.
 *
 * <p>Rules the fold keeps: nothing changes between {@code form.finalised} and {@code form.reopened}; a figure entered by a person has files; no evidence is dated after the fact
 * that submits it; a printed figure is not better than the exact one; what is finalised is the form as it stands, with the scores that its rule set gives.
 */
@NullMarked
package org.diban.indicator.ledger;

import org.jspecify.annotations.NullMarked;
