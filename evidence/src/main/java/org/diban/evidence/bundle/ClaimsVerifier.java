package org.diban.evidence.bundle;

import java.util.List;
import org.diban.evidence.Fact;

/** The one who knows what rows mean: it recomputes what a bundle claims. */
@FunctionalInterface
public interface ClaimsVerifier {
    /** Claims nothing and so proves nothing. */
    ClaimsVerifier NONE = documents -> new Session() {
        @Override
        public void row(long index, Fact fact) {}

        @Override
        public List<Check> finish() {
            return List.of();
        }
    };

    /**
     * Begins with a bundle whose documents are as the manifest says and whose rows are yet to come.
     *
     * @throws org.diban.kernel.json.JsonException if a document is not of the schema it should have
     */
    Session begin(BundleDocuments documents);

    /** The verification of one bundle. */
    interface Session {
        /** Takes a row; rows come in the order of the log. Whether they stand in it is known only after the last one. */
        void row(long index, Fact fact);

        /** Ends with one check for each claim. */
        List<Check> finish();
    }
}
