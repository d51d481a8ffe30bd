package org.diban.app.shell;

/** The person who looks at a page: the principal of a signed-in request. */
public interface Viewer {
    /** The identifier, {@code per_…}. */
    String id();

    /** The name shown in the bar. */
    String name();

    /** Whether the right is held anywhere, be it for one neighbourhood. */
    boolean may(Right right);

    /** Whether the person is fully signed in, so that pages beyond the steps of signing in can be shown. */
    boolean complete();
}
