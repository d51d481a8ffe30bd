package org.diban.app.performance.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diban.app.access.Access;
import org.diban.app.access.Audit;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.app.evidence.EvidenceFiles;
import org.diban.app.evidence.EvidenceLog;
import org.diban.app.evidence.EvidenceProblem;
import org.diban.app.evidence.SealedLog;
import org.diban.app.performance.FormBundles;
import org.diban.app.performance.PerformanceProblem;
import org.diban.app.performance.internal.FormStore.Identity;
import org.diban.evidence.log.StreamHeads.HeadProof;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.ledger.FormLedger;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.indicator.proof.FormBundle;
import org.springframework.stereotype.Service;

/** Makes the bundles of forms. */
@Service
class BundleService implements FormBundles {
    private final FormStore store;
    private final EvidenceLog log;
    private final SealedLog sealed;
    private final EvidenceFiles files;
    private final MeasureCatalogue measures;
    private final Access access;
    private final Audit audit;

    BundleService(
            FormStore store,
            EvidenceLog log,
            SealedLog sealed,
            EvidenceFiles files,
            MeasureCatalogue measures,
            Access access,
            Audit audit) {
        this.store = store;
        this.log = log;
        this.sealed = sealed;
        this.files = files;
        this.measures = measures;
        this.access = access;
        this.audit = audit;
    }

    @Override
    public void write(String id, OutputStream out) throws IOException {
        Identity form = store.find(id).orElseThrow(() -> PerformanceProblem.NO_SUCH_FORM.exception(id));
        access.require(Permission.EVIDENCE_BUNDLE, new OrganisationId(form.organisation()));
        audit.read("form.bundled", id);
        SealedSnapshot snapshot = new SealedSnapshot(
                log, sealed, sealed.seal().orElseThrow(() -> EvidenceProblem.NO_CHECKPOINT.exception()));
        FormState state = sealedState(form, snapshot);
        SortedMap<String, InputStream> contents = new TreeMap<>();
        try {
            for (String digest : digests(state).toList()) {
                contents.put(digest, open(digest));
            }
            FormBundle.write(snapshot, state, measures, contents, out);
        } finally {
            for (InputStream content : contents.values()) {
                content.close();
            }
        }
    }

    /** The form after the facts that the checkpoint counts; what was added since is not in the bundle. */
    private FormState sealedState(Identity form, SealedSnapshot snapshot) {
        HeadProof head = snapshot.heads().prove(form.stream()).orElseThrow();
        return FormLedger.replay(
                        log.read(form.stream(), 0, Math.toIntExact(head.head().next())))
                .orThrow();
    }

    private static Stream<String> digests(FormState state) {
        return Stream.concat(
                        state.figures().values().stream()
                                .flatMap(List::stream)
                                .flatMap(figure -> figure.files().stream()),
                        Stream.ofNullable(state.source()))
                .map((EvidenceFile file) -> file.digest().text())
                .distinct();
    }

    /** A private copy of a file, gone when it is closed. */
    private InputStream open(String digest) throws IOException {
        Path copy = Files.createTempFile("diban", ".file");
        try (OutputStream out = Files.newOutputStream(copy)) {
            files.copy(digest, out);
        }
        return Files.newInputStream(copy, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
