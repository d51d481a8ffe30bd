package org.diban.app.access.internal;

import java.time.Instant;
import java.util.List;
import org.diban.app.access.PersonId;
import org.diban.app.access.Role;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A person as the pages for administrators show them.
 *
 * @param organisation the name of the organisation they belong to
 * @param roles the roles held now
 * @param disabled when the account was switched off; {@code null} while it is in use
 * @param lastSeen when a session of theirs last asked for anything; {@code null} for never
 */
public record Person(
        PersonId id,
        String login,
        String name,
        String organisationId,
        Text organisation,
        @Nullable String phone,
        Instant created,
        @Nullable Instant disabled,
        @Nullable Instant lastSeen,
        boolean oneTimePassword,
        boolean secondFactor,
        List<Role> roles,
        long version) {}
