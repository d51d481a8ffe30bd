package org.diban.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.diban.kernel.id.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wall clock, and identifiers that cannot be guessed. */
@Configuration(proxyBeanMethods = false)
class Sources {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Ids ids(InstantSource clock) {
        return new Ids(clock, new SecureRandom());
    }
}
