package org.diban.indicator.form;

import java.util.List;

/**
 * The habits of the document that a form was taken over from: what two forms with the same content may print differently.
 *
 * <p>Decimals are not a habit: {@code 10} and {@code 10.00} stay different in {@link Target.Quantity#value} and
 * {@link Actual.Quantity#printed}. Amounts of money, weights and scores always have two decimals.
 *
 * @param thousands whether amounts of money have thousands separators, as in {@code 4,611.57}
 * @param ofWhich what stands before 当年财政拨款: 其中 and a colon of either width, or nothing
 * @param expectedMarkup the mark-up around the paragraphs of 预期目标: what stands before the first, between each two, and after the
 *     last; empty for plain text
 * @param actualMarkup the same for 实际完成情况
 */
public record PrintStyle(boolean thousands, String ofWhich, List<String> expectedMarkup, List<String> actualMarkup) {
    /** The habits of the official form: no separators, a full-width colon, plain text. */
    public static final PrintStyle STANDARD = new PrintStyle(false, "其中：", List.of(), List.of());

    public PrintStyle {
        expectedMarkup = List.copyOf(expectedMarkup);
        actualMarkup = List.copyOf(actualMarkup);
    }
}
