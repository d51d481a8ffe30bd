package org.diban.app.access.internal;

import java.util.Set;
import org.diban.app.access.Access;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.app.access.PersonId;
import org.diban.app.shell.ShellProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What the person behind the present request may do. */
@Component
class CurrentAccess implements Access {
    private final OrganisationStore organisations;
    private final AuditRecorder audit;

    CurrentAccess(OrganisationStore organisations, AuditRecorder audit) {
        this.organisations = organisations;
        this.audit = audit;
    }

    /** Who is signed in; {@code null} when nobody is. */
    static @Nullable SignedIn signedInOrNull() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }

    SignedIn signedIn() {
        SignedIn signedIn = signedInOrNull();
        if (signedIn == null) {
            throw ShellProblem.SIGN_IN.exception();
        }
        return signedIn;
    }

    @Override
    public PersonId current() {
        return signedIn().person();
    }

    @Override
    public void require(Permission permission, OrganisationId organisation) {
        if (!may(permission, organisation)) {
            audit.denied(action(permission), organisation.value());
            throw ShellProblem.DENIED.exception();
        }
    }

    @Override
    public void require(Permission permission) {
        if (!may(permission)) {
            audit.denied(action(permission), "-");
            throw ShellProblem.DENIED.exception();
        }
    }

    @Override
    public boolean may(Permission permission, OrganisationId organisation) {
        Set<OrganisationId> scopes = signedIn().scopes().get(permission);
        return scopes != null && organisations.isWithin(organisation, scopes);
    }

    @Override
    public boolean may(Permission permission) {
        return signedIn().scopes().containsKey(permission);
    }

    @Override
    public Set<OrganisationId> reach(Permission permission) {
        return organisations.below(signedIn().scopes().getOrDefault(permission, Set.of()));
    }

    /** The action of an audit record about a permission that was asked for and not held. */
    private static String action(Permission permission) {
        return "permission."
                + permission.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
