package org.diban.app.access.internal;

import java.time.Instant;
import org.diban.app.access.Role;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A role that a person holds or held.
 *
 * @param organisation the name of the organisation it was granted for
 * @param revoked when it was taken away; {@code null} while it is held
 */
public record HeldGrant(
        String id,
        Role role,
        String organisationId,
        Text organisation,
        Instant granted,
        String grantedBy,
        @Nullable Instant revoked) {}
