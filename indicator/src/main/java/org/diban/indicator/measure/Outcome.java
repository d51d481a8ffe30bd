package org.diban.indicator.measure;

import org.diban.indicator.form.Actual.Attainment;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.problem.Text;

/** What rows say about a figure. */
public sealed interface Outcome {
    /**
     * A figure.
     *
     * @param value the figure, unrounded
     * @param numerator what was counted or measured; of a change the figure now, of a threshold the figure reached
     * @param denominator against what; of a change the figure before, of a threshold the agreed one; 1 when the figure has none
     */
    record Found(Value value, Fraction numerator, Fraction denominator) implements Outcome {}

    /**
     * No figure, although there are rows.
     *
     * @param reason why
     * @param detail the row, month or number that it is about; empty when there is none
     */
    record Unknown(Reason reason, String detail) implements Outcome {}

    /** No row contributes. */
    record Nothing() implements Outcome {}

    /** A figure without its origin. */
    sealed interface Value {
        /** A number in the unit of the definition. */
        record Number(Fraction exact) implements Value {}

        /** A judgement. */
        record Judgement(Attainment attainment) implements Value {}
    }

    /** Why a figure cannot be computed. */
    enum Reason {
        NO_DENOMINATOR("分母为零或没有数据", "the denominator is nought or there is no value"),
        NOTHING_IN_PERIOD("统计周期内没有数据", "no row lies in the period"),
        NIL_RETURN_MISSING("缺少当月的记录或零报告", "a month has neither a row nor a nil return"),
        NO_BASELINE("没有可比的基期数据", "there is no baseline to compare with"),
        NOTHING_AGREED("没有在周期开始前约定的标准值", "no threshold was agreed before the period"),
        NO_FRAME("没有登记抽样框", "the sampling frame is not recorded"),
        SAMPLE_TOO_SMALL("有效样本量不足", "too few valid answers"),
        ROW_UNREADABLE("有一条数据不符合观测约定", "a row does not follow the contract of observations"),
        CORRECTIONS_DISAGREE("更正关系与声明不一致", "the corrections are not the ones that were declared");

        private final Text text;

        Reason(String zh, String en) {
            this.text = new Text(zh, en);
        }

        public Text text() {
            return text;
        }
    }
}
