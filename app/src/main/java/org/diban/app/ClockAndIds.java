package org.diban.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.diban.kernel.id.Ids;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock and the one maker of identifiers; tests put their own in their place. */
@Configuration(proxyBeanMethods = false)
class ClockAndIds {
    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids(InstantSource clock) {
        return new Ids(clock, new SecureRandom());
    }
}
