package org.diban.bench;

import java.util.Arrays;
import java.util.List;

/** Times a piece of work several times after warming it up. */
final class Stopwatch {
    private final int warmUps;
    private final int runs;

    Stopwatch(int warmUps, int runs) {
        this.warmUps = warmUps;
        this.runs = runs;
    }

    /** Times one piece of work. */
    Times time(Runnable work) {
        return time(List.of(work)).getFirst();
    }

    /** Times several pieces of work in turn, so that each sees the machine as the others do. */
    List<Times> time(List<Runnable> works) {
        for (int i = 0; i < warmUps; i++) {
            works.forEach(Runnable::run);
        }
        long[][] nanos = new long[works.size()][runs];
        for (int i = 0; i < runs; i++) {
            for (int work = 0; work < works.size(); work++) {
                long start = System.nanoTime();
                works.get(work).run();
                nanos[work][i] = System.nanoTime() - start;
            }
        }
        return Arrays.stream(nanos)
                .map(times -> new Times(Arrays.stream(times).sorted().toArray()))
                .toList();
    }

    /** The times of the runs, the shortest first. */
    @SuppressWarnings("ArrayRecordComponent") // private to the measurements
    record Times(long[] nanos) {
        /** The run that other work on the machine disturbed least. */
        double shortest() {
            return nanos[0];
        }

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
