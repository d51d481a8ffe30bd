package org.diban.kernel.problem;

/** Who has to act on a problem. */
public enum ProblemKind {
    /** The person who asked: the request itself is wrong. */
    USER,
    /** The owner of the data: a file, a row or a stored value is wrong. */
    DATA,
    /** Two requests contradict each other; the later one has to look again. */
    CONFLICT,
    /** The person may not do this, or has not proved who they are. */
    DENIED,
    /** A system that Diban relies on does not answer as it should. */
    EXTERNAL,
    /** Memory, disk, time or a quota is used up. */
    RESOURCE,
    /** The fault is in Diban itself. */
    INTERNAL
}
