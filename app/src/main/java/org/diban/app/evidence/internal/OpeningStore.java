package org.diban.app.evidence.internal;

import java.security.SecureRandom;
import java.util.Optional;
import org.diban.app.evidence.Commitments;
import org.diban.evidence.commitment.Commitment;
import org.diban.evidence.commitment.Opening;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Openings of commitments in PostgreSQL, apart from the facts. A stored opening that does not fit its commitment is not given out. */
@Repository
class OpeningStore implements Commitments {
    private final JdbcClient jdbc;
    private final LogIdentity identity;
    private final SecureRandom random;

    OpeningStore(JdbcClient jdbc, LogIdentity identity, SecureRandom random) {
        this.jdbc = jdbc;
        this.identity = identity;
        this.random = random;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Commitment commit(byte[] value) {
        Opening opening = Opening.of(value, random);
        Commitment commitment = opening.commitment(identity.algorithm());
        jdbc.sql("INSERT INTO evidence.opening (commitment, salt, value) VALUES (?, ?, ?)")
                .param(commitment.toString())
                .param(opening.salt())
                .param(opening.value())
                .update();
        return commitment;
    }

    @Override
    public Optional<byte[]> value(Commitment commitment) {
        return jdbc.sql("SELECT salt, value FROM evidence.opening WHERE commitment = ?")
                .param(commitment.toString())
                .query((row, n) -> new Opening(row.getBytes(1), row.getBytes(2)))
                .optional()
                .filter(commitment::isOpenedBy)
                .map(Opening::value);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean forget(Commitment commitment) {
        return jdbc.sql("DELETE FROM evidence.opening WHERE commitment = ?")
                        .param(commitment.toString())
                        .update()
                > 0;
    }
}
