package org.diban.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs measurements by name; without a name it lists them. */
public final class Bench {
    private Bench() {}

    /** A measurement. */
    interface Measurement {
        void run() throws Exception;
    }

    private static Map<String, Measurement> all() {
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put("sealing", new Sealing());
        all.put("proofs", new Proofs());
        all.put("bundle", new Bundle());
        all.put("review", new Review());
        return all;
    }

    public static void main(String[] names) throws Exception {
        Map<String, Measurement> all = all();
        if (names.length == 0) {
            System.out.println("Measurements: " + String.join(", ", all.keySet()));
            return;
        }
        for (String name : List.of(names)) {
            Measurement measurement = all.get(name);
            if (measurement == null) {
                System.err.println("No measurement " + name + "; there are " + String.join(", ", all.keySet()));
                System.exit(2);
                return;
            }
            System.out.println("== " + name);
            measurement.run();
        }
    }
}
