package org.diban.app.database;

import java.util.List;

/**
 * The schemas of the features, in the order in which they are migrated, backed up and restored.
 *
 * <p>A feature's tables may refer to those of the features before it. The migrations of the feature {@code f} lie in {@code classpath:db/f/} and
 * its history is the table {@code f.migration}.
 */
public final class Schemas {
    /** The names, in order. A feature adds its own line. */
    public static final List<String> IN_ORDER = List.of(
            "evidence", //
            "jobs", //
            "access", //
            "performance" //
            );

    private Schemas() {}
}
