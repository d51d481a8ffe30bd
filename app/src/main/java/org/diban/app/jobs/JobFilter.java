package org.diban.app.jobs;

import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list, and in which order.
 *
 * @param owner only those of this person, or {@code null} for everybody's
 * @param state only those in this state, or {@code null} for all
 * @param kind only those of the kind of this name, or {@code null} for all
 * @param order by what they are ordered; equal ones by their age
 * @param descending whether the largest or newest comes first
 */
public record JobFilter(
        @Nullable String owner,
        @Nullable JobState state,
        @Nullable String kind,
        Order order,
        boolean descending) {
    /** By what jobs are ordered. */
    public enum Order {
        CREATED("created_at"),
        FINISHED("finished_at"),
        KIND("kind"),
        STATE("state");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** All jobs, newest first. */
    public static final JobFilter ALL = new JobFilter(null, null, null, Order.CREATED, true);
}
