package org.diban.app.access;

import java.util.List;

/** Where the passwords of the very first accounts are shown, once. Never a log. */
public interface OneTimePasswords {
    /** Shows them to the person who started the installation. */
    void show(List<FirstAccount> accounts);
}
