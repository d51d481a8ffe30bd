package org.diban.indicator.review;

import java.util.HashMap;
import java.util.Map;
import org.diban.kernel.number.Fraction;

/**
 * The similarity of two texts: Dice's coefficient over their multisets of character pairs, {@code 2·|A∩B| ÷ (|A|+|B|)}, exact. Blanks are
 * ignored. 1 for equal texts, 0 for texts without a common pair. Takes time in proportion to the texts.
 */
final class Similarity {
    private Similarity() {}

    static Fraction of(String one, String other) {
        Map<Integer, Integer> pairs = new HashMap<>();
        int size = count(one, pairs);
        Map<Integer, Integer> others = new HashMap<>();
        int otherSize = count(other, others);
        if (size + otherSize == 0) {
            return one.equals(other) ? Fraction.ONE : Fraction.ZERO;
        }
        long common = 0;
        for (Map.Entry<Integer, Integer> pair : pairs.entrySet()) {
            common += Math.min(pair.getValue(), others.getOrDefault(pair.getKey(), 0));
        }
        return Fraction.of(2 * common, (long) size + otherSize);
    }

    private static int count(String text, Map<Integer, Integer> pairs) {
        int size = 0;
        int before = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                continue;
            }
            if (before >= 0) {
                pairs.merge(before << 16 | c, 1, Integer::sum);
                size++;
            }
            before = c;
        }
        return size;
    }
}
