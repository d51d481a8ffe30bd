package org.diban.evidence.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    /** The key and note of golang.org/x/mod/sumdb/note. */
    private static final String NEUMANN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NEUMANN_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String NEUMANN_TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String NEUMANN_LINE = "— PeterNeumann "
            + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private static final Hash ROOT = Hash.ofBase64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
    private static final Checkpoint CHECKPOINT = new Checkpoint("putuo.example/evidence", 3, ROOT, HashAlgorithm.SM3);

    private final SecureRandom random = new SecureRandom();

    @Test
    void the_note_of_the_go_library_verifies() {
        VerifierKey key = VerifierKey.parse(NEUMANN).orElseThrow();
        SignedNote note = parse(NEUMANN_TEXT + "\n" + NEUMANN_LINE);
        assertThat(note.text()).isEqualTo(NEUMANN_TEXT);
        assertThat(key.verifies(note.textBytes(), note.signatures().getFirst())).isTrue();
        assertThat(key.verifies(
                        note.text().replace('k', 'K').getBytes(StandardCharsets.UTF_8),
                        note.signatures().getFirst()))
                .isFalse();
    }

    @Test
    void signing_gives_the_bytes_of_the_go_library() {
        byte[] secret = Base64.getDecoder().decode(NEUMANN_SECRET);
        SigningKey key =
                new SigningKey("PeterNeumann", SignatureType.ED25519, Arrays.copyOfRange(secret, 1, secret.length));
        assertThat(key.verifierKey()).hasToString(NEUMANN);
        assertThat(key.sign(NEUMANN_TEXT, random).line() + "\n").isEqualTo(NEUMANN_LINE);
        assertThat(key.toString()).isEqualTo(NEUMANN);
    }

    @Test
    void a_damaged_key_is_no_key() {
        for (int from = 0; from <= NEUMANN.length(); from++) {
            for (int to = from + 1; to <= NEUMANN.length(); to++) {
                if (from > 0 || to < NEUMANN.length()) {
                    assertThat(VerifierKey.parse(NEUMANN.substring(from, to))).isEmpty();
                }
            }
        }
        for (int i = 0; i < NEUMANN.length(); i++) {
            char[] changed = NEUMANN.toCharArray();
            changed[i]++;
            assertThat(VerifierKey.parse(new String(changed))).isEmpty();
        }
        assertThat(VerifierKey.parse("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=="))
                .isEmpty();
        assertThat(VerifierKey.parse("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
                .isEmpty();
    }

    /** Signed with OpenSSL 3.0: {@code openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678}. */
    @Test
    void an_sm2_signature_of_openssl_verifies() {
        byte[] secret = HexFormat.of().parseHex("6b7368a96043847c46c0475caed0bf2a9e31f9d809024416661f3b5ff27df95f");
        SigningKey signing = new SigningKey("putuo.example/evidence", SignatureType.SM2, secret);
        assertThat(HexFormat.of().formatHex(new Sm2().publicKey(secret)))
                .isEqualTo("049e574c2d4c94ee090bef59165ba610845db70efc0b5baebe968073e7a57b18a3"
                        + "2de52ba4cf2284d7b6d6538420db56c67696f5416ae54112e32f7a4724c3a2fb");
        byte[] signature = HexFormat.of()
                .parseHex("83cc130ae551ee8235474883be2c7e4f54247242c998aff4c7ea07ce22ef6b95"
                        + "cb270eaaa284f29896efcf4d9ec424131c5bbcee4b24eccfbbc9b8665dbf6579");
        VerifierKey key = signing.verifierKey();
        byte[] text = CHECKPOINT.text().getBytes(StandardCharsets.UTF_8);
        assertThat(key.verifies(text, NoteSignature.of(key, signature))).isTrue();
        signature[40] ^= 1;
        assertThat(key.verifies(text, NoteSignature.of(key, signature))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"ED25519", "SM2"})
    void a_checkpoint_survives_signing_and_reading(SignatureType type) {
        SigningKey key = SigningKey.generate(CHECKPOINT.origin(), type, random);
        SignedCheckpoint signed = SignedCheckpoint.sign(CHECKPOINT, key, random);
        SignedCheckpoint read = read(signed.note().toString());
        assertThat(read).isEqualTo(signed);
        assertThat(new Trust(List.of(key.verifierKey()), 0).judge(read).trusted())
                .isTrue();
        assertThat(VerifierKey.parse(key.verifierKey().toString())).contains(key.verifierKey());
        assertThat(new SigningKey(CHECKPOINT.origin(), type, key.secret()).verifierKey())
                .isEqualTo(key.verifierKey());
    }

    @ParameterizedTest
    @EnumSource(names = {"ED25519", "SM2"})
    void no_byte_of_a_signed_checkpoint_can_change(SignatureType type) {
        SigningKey key = SigningKey.generate(CHECKPOINT.origin(), type, random);
        Trust trust = new Trust(List.of(key.verifierKey()), 0);
        byte[] note =
                SignedCheckpoint.sign(CHECKPOINT, key, random).note().toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < note.length; i++) {
            byte[] changed = note.clone();
            changed[i] ^= (byte) (1 << (i % 8));
            assertThat(SignedCheckpoint.parse(changed).map(trust::judge).filter(SignatureReport::trusted))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ED25519_COSIGNATURE", "SM2_COSIGNATURE"})
    void witnesses_are_counted_once_each_with_their_time(SignatureType type) {
        SigningKey log = SigningKey.generate(CHECKPOINT.origin(), SignatureType.ED25519, random);
        SigningKey first = SigningKey.generate("finance.example/witness", type, random);
        SigningKey second = SigningKey.generate("audit.example/witness", type, random);
        SigningKey stranger = SigningKey.generate("stranger.example", type, random);
        Instant at = Instant.ofEpochSecond(1_730_000_000);
        SignedCheckpoint signed = SignedCheckpoint.sign(CHECKPOINT, log, random)
                .with(first.cosign(CHECKPOINT.text(), at, random))
                .with(first.cosign(CHECKPOINT.text(), at.plusSeconds(60), random))
                .with(stranger.cosign(CHECKPOINT.text(), at, random));
        List<VerifierKey> keys = List.of(log.verifierKey(), first.verifierKey(), second.verifierKey());
        SignatureReport report = new Trust(keys, 2).judge(read(signed.note().toString()));
        assertThat(report.signed()).isTrue();
        assertThat(report.witnesses()).isEqualTo(1);
        assertThat(report.trusted()).isFalse();
        assertThat(report.lines().get(1).at()).isEqualTo(at);
        assertThat(report.lines().get(3).signer()).isEqualTo(SignatureReport.Signer.UNKNOWN);
        assertThat(new Trust(keys, 2)
                        .judge(signed.with(second.cosign(CHECKPOINT.text(), at, random)))
                        .trusted())
                .isTrue();

        Checkpoint other = new Checkpoint(CHECKPOINT.origin(), 4, ROOT, HashAlgorithm.SM3);
        assertThat(new Trust(keys, 0)
                        .judge(signed.with(second.cosign(other.text(), at, random)))
                        .trusted())
                .isFalse();
    }

    @Test
    void a_cosignature_follows_the_published_form() {
        assertThat(new String(
                        VerifierKey.cosigned("a\n".getBytes(StandardCharsets.UTF_8), 1_679_315_147),
                        StandardCharsets.UTF_8))
                .isEqualTo("cosignature/v1\ntime 1679315147\na\n");
    }

    @Test
    void a_log_key_speaks_only_for_its_own_log_and_not_as_a_witness() {
        SigningKey key = SigningKey.generate("other.example/log", SignatureType.ED25519, random);
        assertThatThrownBy(() -> SignedCheckpoint.sign(CHECKPOINT, key, random))
                .isInstanceOf(IllegalArgumentException.class);
        SignedCheckpoint forged = new SignedCheckpoint(
                CHECKPOINT, new SignedNote(CHECKPOINT.text(), List.of(key.sign(CHECKPOINT.text(), random))));
        assertThat(new Trust(List.of(key.verifierKey()), 0).judge(forged).trusted())
                .isFalse();
        assertThat(new Trust(List.of(), 0).judge(forged).trusted()).isFalse();
        assertThatThrownBy(() -> key.cosign("a\n", Instant.EPOCH, random)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n— name AAAA\n",
                "text\n\n— name AAAAAAA=",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n— na+me AAAAAAA=\n",
                "text\n\n— na me AAAAAAA=\n",
                "text\n\n— name AAAAAAB=\n",
                "text\r\n\n— name AAAAAAA=\n",
                "text\n\n— name AAAAAAA=\n\n"
            })
    void what_is_not_a_note_is_refused(String note) {
        assertThat(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nhash sm3\n",
                "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nhash sm3\n",
                "a\n99999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nhash sm3\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\nhash sm3\n",
                "a\n1\nCsUYapGGPo4=\nhash sm3\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nhash md5\n",
                "a b\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nhash sm3\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nhash sm3\nmore\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nhash sm3"
            })
    void what_is_not_a_checkpoint_is_refused(String text) {
        assertThat(Checkpoint.parse(text)).isEmpty();
        assertThat(Checkpoint.parse(CHECKPOINT.text())).contains(CHECKPOINT);
    }

    @Test
    void any_bytes_are_a_note_or_none() {
        Random bytes = new Random(20_241_122);
        byte[] seed = (NEUMANN_TEXT + "\n" + NEUMANN_LINE).getBytes(StandardCharsets.UTF_8);
        int notes = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = seed.clone();
            for (int k = bytes.nextInt(3); k >= 0; k--) {
                changed[bytes.nextInt(changed.length)] = (byte) bytes.nextInt(256);
            }
            if (SignedNote.parse(changed).isPresent()) {
                assertThat(SignedNote.parse(changed).orElseThrow().toString().getBytes(StandardCharsets.UTF_8))
                        .isEqualTo(changed);
                notes++;
            }
        }
        assertThat(notes).isPositive();
    }

    private static SignedNote parse(String note) {
        return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static SignedCheckpoint read(String note) {
        return SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
