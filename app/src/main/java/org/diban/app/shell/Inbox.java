package org.diban.app.shell;

/** Something that waits for people to decide; the top bar shows the sum of all that wait for the viewer. */
public interface Inbox {
    /** The message key of the kind of thing that waits. */
    String labelKey();

    /** Where the viewer can decide. */
    String href();

    /** What a person must hold for this to concern them. */
    Right right();

    /** How many wait for the viewer. Called for every page of people who hold the right: must be cheap. */
    int waiting(Viewer viewer);
}
