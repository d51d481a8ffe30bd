/**
 * {@code diban evidence}: the evidence log of a server. Checkpoints, keys and the growth of the log come from its public feed and need no token.
 *
 * <p>What can be proved is proved here, not believed: signatures, inclusion and consistency are computed from what the server sent. The keys are the
 * server's own unless others are named.
 */
@NullMarked
package org.diban.cli.evidence;

import org.jspecify.annotations.NullMarked;
