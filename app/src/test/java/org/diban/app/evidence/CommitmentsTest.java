package org.diban.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.diban.app.database.AppTest;
import org.diban.app.evidence.SealedLog.Sealed;
import org.diban.evidence.FactRef;
import org.diban.evidence.commitment.Commitment;
import org.diban.kernel.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class CommitmentsTest {
    private static final byte[] VALUE = "示例居民 一号".getBytes(StandardCharsets.UTF_8);

    private final Commitments commitments;
    private final EvidenceLog log;
    private final SealedLog sealed;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    @Autowired
    CommitmentsTest(
            Commitments commitments,
            EvidenceLog log,
            SealedLog sealed,
            TransactionTemplate transactions,
            JdbcClient jdbc) {
        this.commitments = commitments;
        this.log = log;
        this.sealed = sealed;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Test
    void a_forgotten_value_leaves_the_log_as_it_was() {
        Commitment commitment = transactions.execute(s -> commitments.commit(VALUE));
        FactRef ref = transactions.execute(s -> log.append(
                "test/people",
                "person.noted",
                "usr_1",
                JsonObject.builder().put("person", commitment.toString()).build()));
        Sealed before = sealed.seal().orElseThrow();
        assertThat(commitments.value(commitment)).contains(VALUE);

        assertThat(transactions.<Boolean>execute(s -> commitments.forget(commitment)))
                .isTrue();

        assertThat(commitments.value(commitment)).isEmpty();
        assertThat(transactions.<Boolean>execute(s -> commitments.forget(commitment)))
                .isFalse();
        long index = sealed.leafIndex(ref).orElseThrow();
        assertThat(sealed.inclusion(index, before.size())
                        .proves(
                                sealed.algorithm(),
                                sealed.algorithm()
                                        .treeHasher()
                                        .leaf(log.find(ref).orElseThrow().leaf()),
                                before.checkpoint().checkpoint().root()))
                .isTrue();
    }

    @Test
    void equal_values_are_not_seen_to_be_equal() {
        assertThat(transactions.<Commitment>execute(s -> commitments.commit(VALUE)))
                .isNotEqualTo(transactions.<Commitment>execute(s -> commitments.commit(VALUE)));
    }

    @Test
    void an_opening_that_was_changed_is_not_given_out() {
        Commitment commitment = transactions.execute(s -> commitments.commit(VALUE));
        jdbc.sql("UPDATE evidence.opening SET value = 'x'::bytea WHERE commitment = ?")
                .param(commitment.toString())
                .update();
        assertThat(commitments.value(commitment)).isEmpty();
    }
}
