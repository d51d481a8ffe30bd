package org.diban.app.shell;

import java.time.Instant;

/**
 * Something that happened, in the timeline of a record.
 *
 * @param at when
 * @param what the sentence
 * @param who the person, as shown; empty when it was the system
 */
public record TimelineItem(Instant at, String what, String who) {}
