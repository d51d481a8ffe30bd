package org.diban.app.performance;

/**
 * How many findings of each severity a form has, or several have.
 *
 * @param errors what a reviewer must object to
 * @param warnings what needs a reason
 * @param notes what is worth a look
 */
public record FindingCounts(int errors, int warnings, int notes) {
    /** No finding. */
    public static final FindingCounts NONE = new FindingCounts(0, 0, 0);

    public int all() {
        return errors + warnings + notes;
    }

    public FindingCounts plus(FindingCounts other) {
        return new FindingCounts(errors + other.errors, warnings + other.warnings, notes + other.notes);
    }
}
