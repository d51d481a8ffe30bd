package org.diban.indicator.ledger;

import java.math.BigDecimal;
import java.util.List;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.measure.MeasureKey;
import org.diban.indicator.measure.MeasureResult;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Text;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;

/** One change to a form: the content of a fact of its stream, and what a person may wish for. */
public sealed interface FormChange {
    /**
     * {@code form.opened}: the form begins, or, while it is a draft, begins anew: then it takes the place of the earlier opening.
     *
     * @param form as imported or as written by hand, complete
     * @param source the file it was imported from; {@code null} when opened by hand
     * @param rules the rule set it is scored by
     */
    record Opened(Form form, @Nullable EvidenceFile source, RuleRef rules) implements FormChange {}

    /**
     * {@code form.revised}: another structure. What was entered stays with the indicators that stay, by their identifiers.
     *
     * @param indicators the rows without actual values, deductions and explanations
     */
    record Revised(
            String project,
            String department,
            String unit,
            String expectedGoals,
            String actualGoals,
            List<Indicator> indicators)
            implements FormChange {
        public Revised {
            indicators = List.copyOf(indicators);
            for (Indicator i : indicators) {
                if (i.actual() != null
                        || !i.deductions().isEmpty()
                        || !i.explanation().isEmpty()) {
                    throw new IllegalArgumentException("a structure holds no values");
                }
            }
            if (indicators.stream().map(Indicator::id).distinct().count() != indicators.size()) {
                throw new IllegalArgumentException("two indicators of a form have one id");
            }
        }
    }

    /** {@code money.entered}: the amounts of one source of funds. */
    record MoneyEntered(FundRow row) implements FormChange {}

    /**
     * {@code figure.entered}: an actual value by a person, with files behind it.
     *
     * @param indicator the indicator's identifier
     * @param value the value
     * @param period the time it is about
     * @param measure the definition it claims to follow; {@code null} when the indicator has none
     * @param files what stands behind it, at least one
     * @param note a remark; may be empty
     */
    record FigureEntered(
            String indicator,
            FigureValue value,
            Period period,
            @Nullable MeasureKey measure,
            List<EvidenceFile> files,
            String note)
            implements FormChange {
        public FigureEntered {
            files = List.copyOf(files);
        }
    }

    /**
     * {@code figure.measured}: the result of a measure. One that is not computable or missing leaves the indicator without a value.
     *
     * @param indicator the indicator's identifier
     * @param result the result
     * @param printed the digits on the form of a computed number; {@code null} for everything else
     */
    record FigureMeasured(
            String indicator,
            MeasureResult result,
            @Nullable BigDecimal printed) implements FormChange {}

    /** {@code figure.withdrawn}: the indicator has no value any more. */
    record FigureWithdrawn(String indicator, String reason) implements FormChange {
        public FigureWithdrawn {
            filled(reason);
        }
    }

    /** {@code explanation.recorded}: 偏差原因分析及改进措施; an empty text takes it back. */
    record ExplanationRecorded(String indicator, String text) implements FormChange {}

    /**
     * {@code deduction.recorded}: points that an assessor takes off.
     *
     * @param amount points, two decimals
     * @param reason why
     * @param explains whether it accounts for points that a printed form lacks without a reason, so that they are not taken off twice
     */
    record DeductionRecorded(String indicator, BigDecimal amount, String reason, boolean explains)
            implements FormChange {
        public DeductionRecorded {
            filled(reason);
            amount = amount.setScale(2);
        }
    }

    /**
     * {@code deduction.withdrawn}: a recorded deduction does not hold any more.
     *
     * @param deduction the sequence number of the fact that recorded it
     */
    record DeductionWithdrawn(String indicator, long deduction, String reason) implements FormChange {
        public DeductionWithdrawn {
            filled(reason);
        }
    }

    /** {@code rules.chosen}: another rule set scores the form. */
    record RulesChosen(RuleRef rules) implements FormChange {}

    /**
     * {@code form.finalised}: the form is submitted as it stands.
     *
     * @param statement what was signed, as {@link FormState#statement} gives it
     * @param scores the computed scores, as {@link FormState#scores} gives them
     * @param signature the signature over the statement
     */
    record Finalised(JsonObject statement, JsonObject scores, FormSignature signature) implements FormChange {
        /** What a signed note's signature is over: the statement's canonical form and a line feed. */
        public String text() {
            return text(statement);
        }

        /** The text to be signed for a statement. */
        public static String text(JsonObject statement) {
            return statement.canonical() + "\n";
        }
    }

    /** {@code form.reopened}: a finalised form becomes a draft again. */
    record Reopened(String reason) implements FormChange {
        public Reopened {
            filled(reason);
        }
    }

    /** The kind of the fact that holds the change. */
    default String kind() {
        return switch (this) {
            case Opened _ -> "form.opened";
            case Revised _ -> "form.revised";
            case MoneyEntered _ -> "money.entered";
            case FigureEntered _ -> "figure.entered";
            case FigureMeasured _ -> "figure.measured";
            case FigureWithdrawn _ -> "figure.withdrawn";
            case ExplanationRecorded _ -> "explanation.recorded";
            case DeductionRecorded _ -> "deduction.recorded";
            case DeductionWithdrawn _ -> "deduction.withdrawn";
            case RulesChosen _ -> "rules.chosen";
            case Finalised _ -> "form.finalised";
            case Reopened _ -> "form.reopened";
        };
    }

    /** What happened, in a few words. */
    default Text title() {
        return switch (this) {
            case Opened _ -> new Text("建立表单", "Form opened");
            case Revised _ -> new Text("修订表单结构", "Structure revised");
            case MoneyEntered m ->
                new Text(
                        "填报资金:" + m.row().source().zh(),
                        "Money entered: " + m.row().source().en());
            case FigureEntered f -> new Text("填报实际值 " + f.indicator(), "Figure entered for " + f.indicator());
            case FigureMeasured f -> new Text("系统测得实际值 " + f.indicator(), "Figure measured for " + f.indicator());
            case FigureWithdrawn f -> new Text("撤回实际值 " + f.indicator(), "Figure withdrawn for " + f.indicator());
            case ExplanationRecorded e ->
                new Text("填写偏差说明 " + e.indicator(), "Explanation recorded for " + e.indicator());
            case DeductionRecorded d -> new Text("记录扣分 " + d.indicator(), "Deduction recorded for " + d.indicator());
            case DeductionWithdrawn d -> new Text("撤回扣分 " + d.indicator(), "Deduction withdrawn for " + d.indicator());
            case RulesChosen r ->
                new Text(
                        "选用评分规则 " + r.rules().id(),
                        "Rule set chosen: " + r.rules().id());
            case Finalised _ -> new Text("定稿", "Form finalised");
            case Reopened _ -> new Text("退回修改", "Form reopened");
        };
    }

    /** The body of the fact. */
    default JsonObject json() {
        return FormChangeJson.write(this);
    }

    /**
     * Reads the body of a fact.
     *
     * @throws JsonException if the kind is unknown or the body does not follow its schema
     */
    static FormChange of(String kind, JsonObject body) {
        return FormChangeJson.read(kind, body);
    }

    private static void filled(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reason cannot be blank");
        }
    }
}
