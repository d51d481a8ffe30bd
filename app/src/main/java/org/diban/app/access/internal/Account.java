package org.diban.app.access.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What proves that a person is who they say. */
record Account(
        String person,
        String login,
        String passwordHash,
        Instant changed,
        boolean mustChange,
        byte @Nullable [] totpSecret,
        long totpStep) {}
