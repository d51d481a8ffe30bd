package org.diban.indicator.form;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points that an assessor took off the computed score of an indicator.
 *
 * <p>A deduction without a reason is <em>unexplained</em>: it is what a printed form shows when its score differs from the
 * computed one. It has no author and no time either. A negative amount is points given beyond the rule.
 *
 * @param amount points, two decimals
 * @param by who; {@code null} when taken over from a printed form
 * @param at when; {@code null} when taken over from a printed form
 * @param reason why; {@code null} when unexplained
 */
public record Deduction(
        BigDecimal amount,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable String reason) {
    public Deduction {
        amount = amount.setScale(2);
        if (reason != null && reason.isBlank()) {
            throw new IllegalArgumentException("a reason cannot be blank");
        }
        if ((reason == null) != (by == null) || (by == null) != (at == null)) {
            throw new IllegalArgumentException("a recorded deduction has an author, a time and a reason");
        }
    }

    /** Points that a printed form lacks without a reason. */
    public static Deduction unexplained(BigDecimal amount) {
        return new Deduction(amount, null, null, null);
    }

    public boolean explained() {
        return reason != null;
    }
}
