package org.diban.bench;

import java.util.Arrays;

/** Times a piece of work several times after warming it up. */
final class Stopwatch {
    private final int warmUps;
    private final int runs;

    Stopwatch(int warmUps, int runs) {
        this.warmUps = warmUps;
        this.runs = runs;
    }

    /** Nanoseconds, sorted. */
    Times time(Runnable work) {
        for (int i = 0; i < warmUps; i++) {
            work.run();
        }
        long[] nanos = new long[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return new Times(nanos);
    }

    /** The times of the runs, the shortest first. */
    @SuppressWarnings("ArrayRecordComponent") // private to the measurements
    record Times(long[] nanos) {
        double median() {
            return nanos[nanos.length / 2];
        }

        /** Smallest, median and largest in a unit of so many nanoseconds. */
        String in(double unit, String name) {
            return "min %.3f  median %.3f  max %.3f %s"
                    .formatted(nanos[0] / unit, median() / unit, nanos[nanos.length - 1] / unit, name);
        }
    }
}
