package org.diban.app.access;

import java.util.List;

/**
 * An account whose password nobody has chosen yet.
 *
 * @param roles what was granted to it
 * @param oneTimePassword shown once; it must be changed at first sign-in
 */
public record FirstAccount(PersonId id, String login, List<Role> roles, String oneTimePassword) {
    public FirstAccount {
        roles = List.copyOf(roles);
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return login + " " + roles;
    }
}
