package org.diban.app.jobs;

import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list.
 *
 * @param owner only those of this person, or {@code null} for everybody's
 * @param state only those in this state, or {@code null} for all
 * @param limit at most so many
 */
public record JobFilter(@Nullable String owner, @Nullable JobState state, int limit) {}
