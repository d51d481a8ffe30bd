package org.diban.app.jobs;

/** The way out of a job's work that is no failure. Carries no stack trace: it is a signal, not a fault. */
final class JobEnd extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the work ends. */
    enum Reason {
        /** Somebody cancelled the job. */
        CANCELLED,
        /** The server stops; the job goes on later. */
        STOPPING,
        /** Another worker has the job now. */
        LOST
    }

    private final Reason reason;

    JobEnd(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
