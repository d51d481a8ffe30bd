package org.diban.app.access.internal;

import java.time.Instant;
import java.util.List;
import org.diban.app.access.Permission;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it; the token itself was shown once.
 *
 * @param permissions what it may do, as far as its owner may
 * @param lastUsed to the minute; {@code null} for never
 */
public record ApiToken(
        String id,
        String name,
        List<Permission> permissions,
        Instant created,
        Instant expires,
        @Nullable Instant lastUsed) {}
