package org.diban.evidence.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.checkpoint.SignatureReport;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.evidence.log.Seal;
import org.diban.evidence.log.StreamHead;
import org.diban.evidence.log.StreamHeads.HeadProof;
import org.diban.evidence.merkle.Digest;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.InclusionProof;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A verifier of bundles.
 *
 * <p>It reads the documents, then the rows in one pass, then the files. The first thing that is not as it should be ends the work: a bundle
 * that was changed proves nothing. Memory is bounded by the limits on documents and does not grow with the rows; it grows with the
 * number of streams among them. Safe for several threads.
 */
public final class BundleVerifier {
    private static final int LONGEST_HEAD = 1 << 13;

    private static final Text WHOLE = new Text("证据包完整，清单与条目一致", "The bundle is whole and as its manifest says");
    private static final Text SIGNED = new Text("检查点由日志密钥签名", "The checkpoint is signed by the log");
    private static final Text WITNESSED = new Text("见证方签名达到要求", "Enough witnesses signed the checkpoint");
    private static final Text ROWS =
            new Text("全部记录在日志中，且位置与内容未变", "All rows stand in the log, unchanged and in their places");
    private static final Text SEALED = new Text("最后一条记录是检查点的封存记录", "The last row is the seal of the checkpoint");
    private static final Text COMPLETE = new Text("序列 {0} 的 {1} 条记录齐全", "Stream {0} is complete with {1} facts");
    private static final Text FILES = new Text("附件与其摘要一致", "The files have the digests that name them");

    private static final Text CLAIMS = new Text("主张与定义可以识别", "The claims and definitions can be understood");

    private final @Nullable Trust trust;
    private final BundleLimits limits;

    /**
     * A verifier with keys of its own.
     *
     * @param trust the keys it believes; {@code null} to take those in the bundle, whose fingerprints a person then has to compare
     */
    public BundleVerifier(@Nullable Trust trust, BundleLimits limits) {
        this.trust = trust;
        this.limits = limits;
    }

    /**
     * Verifies a bundle.
     *
     * @throws IOException if the file cannot be read; what is wrong with its content is in the report
     */
    public BundleReport verify(Path file, ClaimsVerifier claims) throws IOException {
        return new Run(claims).report(file);
    }

    /** The verification of one bundle. */
    private final class Run {
        private final ClaimsVerifier claims;
        private final List<Check> checks = new ArrayList<>();
        private List<Check> claimChecks = List.of();
        private Optional<SignedCheckpoint> signed = Optional.empty();
        private Optional<SignatureReport> signatures = Optional.empty();
        private long rows;

        private Run(ClaimsVerifier claims) {
            this.claims = claims;
        }

        private BundleReport report(Path file) throws IOException {
            try (BundleFile bundle = BundleFile.open(file, limits)) {
                verify(bundle);
            } catch (ProblemException e) {
                checks.add(Check.failed("bundle", WHOLE, e.problem()));
            } catch (JsonException e) {
                checks.add(Check.failed(
                        "claims", CLAIMS, BundleProblem.CLAIMS_UNREADABLE.problem(String.valueOf(e.getMessage()))));
            }
            return new BundleReport(checks, claimChecks, signed, signatures, trust == null, rows);
        }

        private void verify(BundleFile bundle) throws IOException {
            SignedCheckpoint checkpoint = SignedCheckpoint.parse(bundle.document(Layout.CHECKPOINT))
                    .orElseThrow(() -> BundleProblem.ENTRY_UNREADABLE.exception(Layout.CHECKPOINT, "not a checkpoint"));
            signed = Optional.of(checkpoint);
            if (checkpoint.checkpoint().algorithm() != bundle.algorithm()) {
                throw BundleProblem.MANIFEST_UNREADABLE.exception("another hash than the checkpoint");
            }
            List<VerifierKey> own = keys(bundle.document(Layout.KEYS));
            Trust believed = trust == null ? new Trust(own, 0) : trust;
            signatures(checkpoint, believed);
            List<HeadProof> heads = heads(bundle);
            RowsCheck pass = new RowsCheck(bundle, checkpoint.checkpoint(), limits);
            ClaimsVerifier.Session session = session(bundle, checkpoint.checkpoint(), believed, heads);
            pass.run(session);
            rows = pass.rows();
            checks.add(Check.passed("rows", ROWS));
            complete(pass, heads, checkpoint.checkpoint().algorithm());
            files(bundle);
            checks.addFirst(Check.passed("bundle", WHOLE));
            claimChecks = session.finish();
        }

        private void signatures(SignedCheckpoint checkpoint, Trust believed) {
            SignatureReport report = believed.judge(checkpoint);
            signatures = Optional.of(report);
            add("signature", SIGNED, report.signed() ? null : BundleProblem.NOT_SIGNED.problem());
            if (report.quorum() > 0) {
                boolean enough = report.witnesses() >= report.quorum();
                add(
                        "witnesses",
                        WITNESSED,
                        enough ? null : BundleProblem.WITNESSES_MISSING.problem(report.witnesses(), report.quorum()));
            }
        }

        private void complete(RowsCheck pass, List<HeadProof> heads, HashAlgorithm algorithm) {
            Optional<Seal> seal = pass.seal();
            add("seal", SEALED, seal.isPresent() ? null : BundleProblem.SEAL_MISSING.problem());
            for (HeadProof proof : heads) {
                StreamHead head = proof.head();
                boolean proved = seal.isPresent() && proof.proves(algorithm, seal.get());
                Optional<Problem> failure =
                        proved ? pass.incomplete(head) : Optional.of(BundleProblem.HEAD_WRONG.problem(head.stream()));
                add("stream:" + head.stream(), COMPLETE.with(head.stream(), head.next()), failure.orElse(null));
            }
        }

        private void add(String id, Text text, @Nullable Problem failure) {
            checks.add(new Check(id, text, Optional.ofNullable(failure)));
        }

        private void files(BundleFile bundle) throws IOException {
            boolean any = false;
            for (String name : bundle.names()) {
                if (name.startsWith(Layout.FILES)) {
                    any = true;
                    file(bundle, name);
                }
            }
            if (any) {
                checks.add(Check.passed("files", FILES));
            }
        }

        /** A file is named by a digest with any hash; the manifest has its digest with the log's. */
        private void file(BundleFile bundle, String name) throws IOException {
            HashAlgorithm algorithm = Layout.fileAlgorithm(name);
            Digest digest = algorithm.digest();
            try (EntryInput entry = bundle.open(name)) {
                byte[] buffer = new byte[1 << 16];
                for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
                entry.verify();
            }
            if (!name.equals(Layout.file(algorithm, digest.finish()))) {
                throw BundleProblem.ENTRY_CHANGED.exception(name);
            }
        }

        private ClaimsVerifier.Session session(
                BundleFile bundle, Checkpoint checkpoint, Trust believed, List<HeadProof> heads) throws IOException {
            SortedMap<String, JsonObject> definitions = documents(bundle, Layout.DEFINITIONS);
            SortedMap<String, JsonObject> claimed = documents(bundle, Layout.CLAIMS);
            Set<String> streams = new HashSet<>();
            heads.forEach(proof -> streams.add(proof.head().stream()));
            Set<String> files = new HashSet<>();
            for (String name : bundle.names()) {
                if (name.startsWith(Layout.FILES)) {
                    files.add(name.substring(Layout.FILES.length()).replace('-', ':'));
                }
            }
            return claims.begin(new BundleDocuments(checkpoint, believed, definitions, claimed, streams, files));
        }
    }

    private static SortedMap<String, JsonObject> documents(BundleFile bundle, String folder) throws IOException {
        SortedMap<String, JsonObject> documents = new TreeMap<>();
        for (String name : bundle.names()) {
            if (name.startsWith(folder)) {
                try {
                    documents.put(Layout.plain(folder, name), JsonReader.readObject(bundle.document(name)));
                } catch (JsonException e) {
                    throw BundleProblem.ENTRY_UNREADABLE.exception(name, String.valueOf(e.getMessage()));
                }
            }
        }
        return documents;
    }

    private static List<VerifierKey> keys(byte[] lines) {
        List<VerifierKey> keys = new ArrayList<>();
        String text = new String(lines, StandardCharsets.UTF_8);
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                keys.add(VerifierKey.parse(line)
                        .orElseThrow(() -> BundleProblem.ENTRY_UNREADABLE.exception(Layout.KEYS, "not a key")));
            }
        }
        return keys;
    }

    private static List<HeadProof> heads(BundleFile bundle) throws IOException {
        List<HeadProof> heads = new ArrayList<>();
        try (EntryInput entry = bundle.open(Layout.HEADS)) {
            Lines lines = new Lines(entry, LONGEST_HEAD);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                heads.add(head(line, lines.count()));
            }
            entry.verify();
        }
        return heads;
    }

    private static HeadProof head(byte[] line, long number) {
        try {
            JsonObject json = JsonReader.readObject(line);
            List<Hash> path = json.strings("path").stream().map(Hash::ofBase64).toList();
            return new HeadProof(
                    new StreamHead(json.string("stream"), json.number("next")),
                    new InclusionProof(json.number("index"), json.number("streams"), path));
        } catch (JsonException | IllegalArgumentException e) {
            throw BundleProblem.ENTRY_UNREADABLE.exception(Layout.HEADS, "line " + number + ": " + e.getMessage());
        }
    }
}
