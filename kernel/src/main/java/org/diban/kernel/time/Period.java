package org.diban.kernel.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A half-open span of time: {@code start} belongs to it, {@code end} does not.
 *
 * @param start the first instant
 * @param end the first instant after the period; later than {@code start}
 */
public record Period(Instant start, Instant end) {
    /** The civil time of the district: Asia/Shanghai. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period must end after it starts");
        }
    }

    /** The fiscal year: from 1 January 00:00 to the next 1 January 00:00, in {@link #ZONE}. */
    public static Period year(int year) {
        return between(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    /** From the start of one day to the start of another, in {@link #ZONE}. */
    public static Period between(LocalDate start, LocalDate end) {
        return new Period(
                start.atStartOfDay(ZONE).toInstant(), end.atStartOfDay(ZONE).toInstant());
    }

    /** Whether the instant lies in the period. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }
}
