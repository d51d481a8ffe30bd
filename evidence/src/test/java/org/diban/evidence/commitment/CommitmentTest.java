package org.diban.evidence.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.diban.evidence.merkle.HashAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommitmentTest {
    private static final byte[] VALUE = "Ann Example".getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @EnumSource
    void a_commitment_is_opened_by_its_opening_alone(HashAlgorithm algorithm) {
        Opening opening = Opening.of(VALUE, random);
        Commitment commitment = opening.commitment(algorithm);
        assertThat(commitment.isOpenedBy(new Opening(opening.salt(), opening.value())))
                .isTrue();
        assertThat(commitment.isOpenedBy(Opening.of(VALUE, random))).isFalse();
        assertThat(commitment.isOpenedBy(new Opening(opening.salt(), "Ann Exampl".getBytes(StandardCharsets.UTF_8))))
                .isFalse();
        assertThat(Commitment.parse(commitment.toString())).contains(commitment);
    }

    @Test
    void equal_values_cannot_be_told_to_be_equal() {
        assertThat(Opening.of(VALUE, random).commitment(HashAlgorithm.SM3))
                .isNotEqualTo(Opening.of(VALUE, random).commitment(HashAlgorithm.SM3));
    }

    @Test
    void an_opening_does_not_print_its_value() {
        assertThat(Opening.of(VALUE, random).toString()).doesNotContain("Ann");
        assertThatThrownBy(() -> new Opening(new byte[31], VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    /** printf '\x02' and 32 zero bytes and "abc", through openssl dgst. */
    @Test
    void the_bytes_are_as_documented() {
        Opening opening = new Opening(new byte[32], "abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(opening.commitment(HashAlgorithm.SHA_256))
                .hasToString("sha256:cc500a729fab31a8aa9edca3fa55b22d900d7e6d48fbf04ba08ce3bbc1d11934");
        assertThat(opening.commitment(HashAlgorithm.SM3))
                .hasToString("sm3:38ef37a3d1343e34410620e39f7b377d855ae02eecf45339a3452ab5c4f0d163");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sm3",
                "sm3:",
                "sm3:00",
                "md5:00",
                "SM3:0000000000000000000000000000000000000000000000000000000000000000"
            })
    void what_is_no_commitment_is_refused(String text) {
        assertThat(Commitment.parse(text)).isEmpty();
    }
}
