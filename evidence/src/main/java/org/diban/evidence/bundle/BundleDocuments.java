package org.diban.evidence.bundle;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.checkpoint.Trust;
import org.diban.kernel.json.JsonObject;

/**
 * What a bundle says beside its rows.
 *
 * @param checkpoint the state of the log
 * @param trust the keys that the verifier believes: its own, or those in the bundle when it has none
 * @param definitions the documents below {@code definitions/}, by name without ending
 * @param claims the documents below {@code claims/}, by name without ending
 * @param completeStreams the streams that the bundle claims to hold in full
 * @param files the digests of the files it holds, as {@code sm3:…} or {@code sha256:…}
 */
public record BundleDocuments(
        Checkpoint checkpoint,
        Trust trust,
        SortedMap<String, JsonObject> definitions,
        SortedMap<String, JsonObject> claims,
        Set<String> completeStreams,
        Set<String> files) {
    public BundleDocuments {
        definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
        claims = Collections.unmodifiableSortedMap(new TreeMap<>(claims));
        completeStreams = Set.copyOf(completeStreams);
        files = Set.copyOf(files);
    }
}
