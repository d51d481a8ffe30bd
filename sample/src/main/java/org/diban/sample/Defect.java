package org.diban.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Target;
import org.diban.indicator.form.Target.Comparison;
import org.diban.indicator.review.FormData;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.diban.kernel.time.Period;

/** What can be planted in one form. Indices are those of {@link FormGenerator}'s eight indicators. */
enum Defect {
    WEIGHTS {
        @Override
        void plant(FormDraft form) {
            form.weigh(0, "5.00");
            form.plant("V01");
            form.plant("V07");
        }
    },
    TOTAL {
        @Override
        void plant(FormDraft form) {
            form.wrongTotal = true;
            form.plant("V02");
        }
    },
    SOURCES {
        @Override
        void plant(FormDraft form) {
            form.fiscal = form.fiscal.plus(new Money(1_000_000));
            form.plant("V03");
        }
    },
    RATE {
        @Override
        void plant(FormDraft form) {
            form.wrongRate = true;
            form.plant("V04");
        }
    },
    EXECUTION {
        @Override
        void plant(FormDraft form) {
            form.executed = new Money(form.annualBudget.fen() / 100 * 91);
            form.plant("V05");
        }
    },
    ADJUSTMENT {
        @Override
        void plant(FormDraft form) {
            form.initialBudget = new Money(form.annualBudget.fen() / 100 * 130);
            form.plant("V06");
        }
    },
    SPLIT {
        @Override
        void plant(FormDraft form) {
            form.weigh(0, "20.00");
            form.weigh(5, "5.00");
            form.plant("V07");
        }
    },
    NO_SATISFACTION {
        @Override
        void plant(FormDraft form) {
            form.data.remove(form.indicator(7).id());
            form.indicators.remove(7);
            form.weigh(6, "25.00");
            form.plant("V08");
        }
    },
    LOST_POINTS {
        @Override
        void plant(FormDraft form) {
            form.replace(0, form.indicator(0).withDeductions(List.of(Deduction.unexplained(new BigDecimal("1.00")))));
            form.plant("V09", 0);
        }
    },
    LOST_POINTS_IN_WORDS {
        @Override
        void plant(FormDraft form) {
            form.replace(5, form.indicator(5).withDeductions(List.of(Deduction.unexplained(new BigDecimal("1.50")))));
            form.plant("V10", 5);
        }
    },
    EXTRA_POINTS {
        @Override
        void plant(FormDraft form) {
            form.reach(1, form.aim(1).value().subtract(new BigDecimal("3.11")).toPlainString());
            form.replace(1, form.indicator(1).withDeductions(List.of(Deduction.unexplained(new BigDecimal("-0.10")))));
            form.plant("V11", 1);
        }
    },
    DEVIATION {
        @Override
        void plant(FormDraft form) {
            form.reach(
                    0,
                    form.aim(0)
                            .value()
                            .multiply(new BigDecimal("1.3"))
                            .setScale(2)
                            .toPlainString());
            form.plant("V12", 0);
        }
    },
    COPIED_TEXT {
        @Override
        void plant(FormDraft form) {
            form.actualGoals = form.expectedGoals;
            form.plant("V13");
        }
    },
    CUT_TEXT {
        @Override
        void plant(FormDraft form) {
            form.expectedGoals = form.expectedGoals.substring(0, form.expectedGoals.length() - 1);
            form.plant("V14");
        }
    },
    UNCOUNTED {
        @Override
        void plant(FormDraft form) {
            form.expectedGoals = "完成1037项改造任务。" + form.expectedGoals;
            form.plant("V15");
        }
    },
    EXACT_HIT {
        @Override
        void plant(FormDraft form) {
            form.reach(2, form.aim(2).value().toPlainString());
            form.plant("V18", 2);
        }
    },
    VAGUE {
        @Override
        void plant(FormDraft form) {
            form.retarget(6, form.indicator(6).level2(), new Target.Quality("提升"));
            form.plant("V20", 6);
        }
    },
    MISPLACED {
        @Override
        void plant(FormDraft form) {
            form.retarget(2, "数量指标", form.indicator(2).target());
            form.plant("V21", 2);
        }
    },
    IMPOSSIBLE {
        @Override
        void plant(FormDraft form) {
            form.reach(1, "130.00");
            form.explain(1, "统计口径待核。");
            form.plant("V22", 1);
        }
    },
    NO_SURVEY {
        @Override
        void plant(FormDraft form) {
            form.data.computeIfPresent(
                    form.indicator(7).id(),
                    (id, old) ->
                            new FormData.IndicatorData(old.lastEvidence(), old.measureSince(), Fraction.HUNDRED, null));
            form.plant("V23", 7);
        }
    },
    LATE_EVIDENCE {
        @Override
        void plant(FormDraft form) {
            form.data.put(
                    form.indicator(3).id(),
                    new FormData.IndicatorData(
                            Period.year(form.year).end().plus(Duration.ofHours(2)),
                            form.approved().minus(Duration.ofDays(1)),
                            Fraction.HUNDRED,
                            null));
            form.plant("V24", 3);
        }
    },
    UNBOUND {
        @Override
        void plant(FormDraft form) {
            form.unbind(4);
            form.plant("V25", 4);
        }
    },
    ROUNDED_UP {
        @Override
        void plant(FormDraft form) {
            Actual.Quantity old = form.reached(1);
            form.replace(
                    1,
                    form.indicator(1)
                            .withActual(new Actual.Quantity(
                                    old.exact().minus(Fraction.of(1, 1000)), old.printed(), old.unit(), old.origin())));
            form.plant("V28", 1);
        }
    };

    abstract void plant(FormDraft form);

    /** The sign that a copy of a form may carry instead of ≥ so that the two disagree. */
    static Target otherSign(Target.Quantity target) {
        return new Target.Quantity(Comparison.MORE_THAN, target.value(), target.unit());
    }
}
