package org.diban.app.access.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.app.access.PersonId;
import org.diban.app.access.Role;
import org.diban.app.access.internal.SignedIn.Step;
import org.springframework.stereotype.Component;

/** Recognises who sends a session or a token. What they may do is read anew for each request, so that taking a grant away takes effect at once. */
@Component
class Recognition {
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    private final SessionStore sessions;
    private final TokenStore tokens;
    private final GrantStore grants;
    private final AccessSettings settings;
    private final InstantSource clock;

    Recognition(
            SessionStore sessions, TokenStore tokens, GrantStore grants, AccessSettings settings, InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.grants = grants;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who sent this session secret; nobody when it is unknown, too old, or ended. */
    Optional<SignedIn> ofSession(String secret) {
        Instant now = clock.instant();
        return sessions.find(Secrets.hash(secret), now.minus(settings.idle()), now.minus(settings.sessionAge()))
                .map(known -> {
                    if (known.seen().isBefore(now.minus(SEEN_STEP))) {
                        sessions.touch(known.session(), now);
                    }
                    GrantStore.Held held = grants.held(known.person());
                    return new SignedIn(
                            new PersonId(known.person()),
                            known.login(),
                            known.name(),
                            known.session(),
                            null,
                            missing(known, held.roles(), now),
                            held.roles(),
                            held.scopes());
                });
    }

    /** Who sent this token; nobody when it is unknown, expired or revoked. It may do what was chosen for it as far as its owner may. */
    Optional<SignedIn> ofToken(String secret) {
        Instant now = clock.instant();
        return tokens.find(Secrets.hash(secret), now).map(known -> {
            tokens.used(known.token(), now);
            GrantStore.Held held = grants.held(known.person());
            Map<Permission, Set<OrganisationId>> scopes = new EnumMap<>(Permission.class);
            for (Permission permission : known.permissions()) {
                Set<OrganisationId> scope = held.scopes().get(permission);
                if (scope != null) {
                    scopes.put(permission, scope);
                }
            }
            return new SignedIn(
                    new PersonId(known.person()),
                    known.login(),
                    known.name(),
                    null,
                    known.token(),
                    Step.NONE,
                    held.roles(),
                    scopes);
        });
    }

    private Step missing(SessionStore.Known known, Set<Role> roles, Instant now) {
        if (known.hasSecondFactor() && !known.secondFactor()) {
            return Step.CODE;
        }
        boolean tooOld = !settings.passwordAge().isZero()
                && known.changed().plus(settings.passwordAge()).isBefore(now);
        if (known.mustChange() || tooOld) {
            return Step.PASSWORD;
        }
        return !known.hasSecondFactor() && !Collections.disjoint(roles, settings.secondFactor())
                ? Step.ENROL
                : Step.NONE;
    }
}
