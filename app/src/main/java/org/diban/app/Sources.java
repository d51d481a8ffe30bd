package org.diban.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.diban.kernel.id.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wall clock, random bits fit for secrets, and identifiers that cannot be guessed. Everything else gets them handed in. */
@Configuration(proxyBeanMethods = false)
class Sources {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    Ids ids(InstantSource clock, SecureRandom random) {
        return new Ids(clock, random);
    }
}
