package org.diban.app.performance;

/** What a person may do with a form as it stands now: by their rights, and by its stage. */
public enum Action {
    /** Change names, goals, money, indicators, weights and explanations. */
    EDIT,
    /** Enter and withdraw figures. */
    ENTER,
    /** Record and withdraw deductions. */
    DEDUCT,
    /** Finalise it with a signature. */
    FINALISE,
    /** Make it a draft again. */
    REOPEN
}
