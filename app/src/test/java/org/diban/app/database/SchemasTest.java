package org.diban.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class SchemasTest {
    @Test
    void every_feature_with_migrations_has_its_place_in_the_order() throws Exception {
        Resource[] migrations = new PathMatchingResourcePatternResolver().getResources("classpath*:db/*/V*.sql");
        Set<String> features = new HashSet<>();
        for (Resource migration : migrations) {
            features.add(migration.getURL().getPath().replaceAll(".*/db/([^/]+)/.*", "$1"));
        }
        assertThat(features).containsExactlyInAnyOrderElementsOf(Schemas.IN_ORDER);
    }

    @Test
    void every_schema_keeps_the_history_of_its_own_migrations(JdbcClient jdbc) {
        for (String schema : Schemas.IN_ORDER) {
            assertThat(jdbc.sql("SELECT count(*) FROM " + schema + ".migration WHERE success AND version IS NOT NULL")
                            .query(Long.class)
                            .single())
                    .as(schema)
                    .isPositive();
        }
        assertThat(jdbc.sql("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
