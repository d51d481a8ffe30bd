package org.diban.app.access.internal;

import org.diban.app.access.OneTimePasswords;
import org.diban.app.shell.DistrictName;
import org.diban.app.shell.ProblemAnswer;
import org.diban.app.shell.ShellProblem;
import org.diban.kernel.problem.Text;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/** The chain that every request passes: recognised, not forged, admitted by the table of routes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {
    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, Recognition recognition, RouteTable routes, ProblemAnswer answer, AuditRecorder audit)
            throws Exception {
        CookieCsrfTokenRepository csrf = new CookieCsrfTokenRepository();
        csrf.setCookieName("diban.csrf");
        csrf.setHeaderName("X-CSRF-TOKEN");
        csrf.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/"));
        return http.addFilterBefore(new RecognitionFilter(recognition), CsrfFilter.class)
                .addFilterBefore(new Admission(routes, answer, audit), AuthorizationFilter.class)
                .csrf(c -> c.csrfTokenRepository(csrf)
                        .ignoringRequestMatchers(request -> RecognitionFilter.bearer(request) != null))
                .exceptionHandling(e -> e.accessDeniedHandler(
                        (request, response, denied) -> answer.send(request, response, ShellProblem.STALE_FORM)))
                // Sessions are our own. Spring's would take every recognised request for a new sign-in and replace the
                // secret of open forms.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentTypeOptions(type -> type.disable()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Keeps Boot from inventing a user with a password of its own. */
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException("users are not found this way");
        };
    }

    @Bean
    DistrictName districtName(OrganisationStore organisations) {
        return () -> organisations.isEmpty()
                ? new Text("", "")
                : organisations.district().name();
    }

    @Bean
    @ConditionalOnMissingBean
    OneTimePasswords oneTimePasswords(org.springframework.core.env.Environment environment) {
        return new ConsolePasswords(
                java.util.Locale.forLanguageTag(environment.getProperty("diban.language", "zh")), System.out);
    }
}
