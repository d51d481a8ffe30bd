package org.diban.app.performance.internal;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.diban.app.evidence.EvidenceLog;
import org.diban.app.evidence.SealedLog;
import org.diban.app.evidence.SealedLog.Run;
import org.diban.app.evidence.SealedLog.Sealed;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.evidence.bundle.SealedRow;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.evidence.log.StreamHead;
import org.diban.evidence.log.StreamHeads;
import org.diban.evidence.merkle.TileReader;
import org.diban.indicator.proof.LogSnapshot;

/** The log of this installation at one checkpoint. Facts are read a page at a time. */
final class SealedSnapshot implements LogSnapshot {
    private static final int PAGE = 1_000;

    private final EvidenceLog facts;
    private final SealedLog log;
    private final Sealed sealed;

    SealedSnapshot(EvidenceLog facts, SealedLog log, Sealed sealed) {
        this.facts = facts;
        this.log = log;
        this.sealed = sealed;
    }

    @Override
    public SignedCheckpoint checkpoint() {
        return sealed.checkpoint();
    }

    @Override
    public List<VerifierKey> keys() {
        return log.keys();
    }

    @Override
    public StreamHeads heads() {
        return new StreamHeads(
                log.algorithm(),
                log.streams(sealed.size()).stream()
                        .map(stream -> new StreamHead(stream.stream(), stream.length()))
                        .toList());
    }

    @Override
    public TileReader tiles() {
        return log.tiles();
    }

    @Override
    public Iterator<SealedRow> rows(Set<String> streams) {
        FactRef seal = log.leaf(sealed.size() - 1).orElseThrow();
        Run last = new Run(sealed.size() - 1, seal.stream(), seal.seq(), 1);
        return Stream.concat(log.runs(streams, sealed.size() - 1).stream(), Stream.of(last))
                .flatMap(this::rows)
                .iterator();
    }

    private Stream<SealedRow> rows(Run run) {
        return LongStream.iterate(0, from -> from < run.length(), from -> from + PAGE)
                .boxed()
                .flatMap(from -> page(run, from));
    }

    private Stream<SealedRow> page(Run run, long offset) {
        List<Fact> page = facts.read(run.stream(), run.from() + offset, (int) Math.min(PAGE, run.length() - offset));
        return page.stream().map(fact -> new SealedRow(run.index() + (fact.seq() - run.from()), fact.leaf()));
    }
}
