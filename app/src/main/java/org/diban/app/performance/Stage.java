package org.diban.app.performance;

/** Whether a form may still be changed. */
public enum Stage {
    /** It may. */
    DRAFT,
    /** It is finalised and signed; changing it means reopening it with a reason. */
    FINAL
}
