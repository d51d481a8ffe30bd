package org.diban.cli.evidence;

import java.util.List;
import org.diban.cli.server.Address;
import org.diban.cli.server.Server;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;

/** What a server shows of its log to everybody. */
record PublicFeed(Server server) {
    /** The checkpoint of a size; the latest for 0. */
    SignedCheckpoint checkpoint(long size) {
        Address address = size == 0 ? Address.of("feed", "checkpoint") : Address.of("feed", "checkpoint", size);
        SignedCheckpoint checkpoint = parse(server.text(address));
        if (size != 0 && checkpoint.checkpoint().size() != size) {
            throw new JsonException("another checkpoint than that of size " + size);
        }
        return checkpoint;
    }

    /** The keys of the log and its witnesses. */
    JsonObject keys() {
        return server.get(Address.of("feed", "keys"));
    }

    /** Trust in the keys that the server shows itself. */
    Trust trust() {
        List<VerifierKey> keys = keys().objects("keys").stream()
                .map(key -> key(key.string("key")))
                .toList();
        return new Trust(keys, 0);
    }

    JsonObject growth(long from, long to) {
        return server.get(Address.of("feed", "consistency").with("from", from).with("to", to));
    }

    static SignedCheckpoint parse(byte[] note) {
        return SignedCheckpoint.parse(note).orElseThrow(() -> new JsonException("not a checkpoint"));
    }

    static VerifierKey key(String text) {
        return VerifierKey.parse(text).orElseThrow(() -> new JsonException("not a key: " + text));
    }
}
