package org.diban.app.access.internal;

import java.util.Map;
import java.util.Set;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.app.access.PersonId;
import org.diban.app.access.Role;
import org.diban.app.shell.Right;
import org.diban.app.shell.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a request, and what they may do where.
 *
 * @param person who
 * @param login the name of the account
 * @param name the person's name
 * @param session the session; {@code null} when a token was sent
 * @param token the token; {@code null} when there is a session
 * @param missing the step of signing in that comes next
 * @param roles the roles held
 * @param scopes for each permission held, the organisations for which it was granted; each stands for all below it
 */
record SignedIn(
        PersonId person,
        String login,
        String name,
        @Nullable String session,
        @Nullable String token,
        Step missing,
        Set<Role> roles,
        Map<Permission, Set<OrganisationId>> scopes)
        implements Viewer {
    /** A step of signing in after the password. */
    enum Step {
        /** Signed in. */
        NONE("/"),
        /** The code of the second factor. */
        CODE("/login/code"),
        /** A password of one's own in place of the one-time password, or of one that is too old. */
        PASSWORD("/password"),
        /** Setting up a second factor, for roles that need one. */
        ENROL("/second-factor");

        private final String path;

        Step(String path) {
            this.path = path;
        }

        /** The page of the step. */
        String path() {
            return path;
        }
    }

    @Override
    public String id() {
        return person.value();
    }

    @Override
    public boolean may(Right right) {
        return right instanceof Permission permission && scopes.containsKey(permission);
    }

    @Override
    public boolean complete() {
        return missing == Step.NONE;
    }
}
