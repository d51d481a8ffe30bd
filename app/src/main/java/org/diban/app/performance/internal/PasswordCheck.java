package org.diban.app.performance.internal;

/** Asks for a person's password again before they sign. */
interface PasswordCheck {
    boolean isOf(String person, String password);
}
