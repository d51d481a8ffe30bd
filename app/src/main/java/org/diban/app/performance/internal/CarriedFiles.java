package org.diban.app.performance.internal;

import java.util.ArrayList;
import java.util.List;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.measure.ContentDigest;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;

/** Files that were kept for an entry that could not be saved, as a hidden field carries them to the next try. */
final class CarriedFiles {
    private CarriedFiles() {}

    static String write(List<EvidenceFile> files) {
        return JsonObject.builder()
                .put(
                        "files",
                        files.stream()
                                .map(file -> JsonObject.builder()
                                        .put("digest", file.digest().text())
                                        .put("name", file.name())
                                        .put("size", file.size())
                                        .put("mediaType", file.mediaType())
                                        .build())
                                .toList())
                .build()
                .canonical();
    }

    /** The files of a field; none of a field that says nothing or that somebody else wrote. */
    static List<EvidenceFile> read(String text) {
        List<EvidenceFile> files = new ArrayList<>();
        if (text.isEmpty()) {
            return files;
        }
        try {
            for (JsonObject file : JsonReader.readObject(text).objects("files")) {
                files.add(new EvidenceFile(
                        ContentDigest.parse(file.string("digest")),
                        file.string("name"),
                        file.number("size"),
                        file.string("mediaType"),
                        null));
            }
        } catch (JsonException | IllegalArgumentException e) {
            return List.of();
        }
        return files;
    }
}
