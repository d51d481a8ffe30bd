package org.diban.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.diban.kernel.id.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the application takes from outside: the time, and random bits fit for secrets. Everything else gets them handed in. */
@Configuration(proxyBeanMethods = false)
class TimeAndChance {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    /** Identifiers that cannot be guessed. */
    @Bean
    Ids ids(InstantSource clock, SecureRandom random) {
        return new Ids(clock, random);
    }
}
