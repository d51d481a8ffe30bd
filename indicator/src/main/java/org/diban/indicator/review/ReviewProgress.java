package org.diban.indicator.review;

/** Watches a review and may end it. Called by the thread that runs the review. */
public interface ReviewProgress {
    /** Nobody watches. */
    ReviewProgress NONE = new ReviewProgress() {
        @Override
        public void reviewed(long forms) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** So many forms have been reviewed by themselves. */
    void reviewed(long forms);

    /** Whether the review should end now, without a complete result. Asked every few hundred forms. */
    boolean cancelled();
}
