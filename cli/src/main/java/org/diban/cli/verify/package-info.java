/** {@code diban verify}: the verification of proof bundles, without a server. */
@NullMarked
package org.diban.cli.verify;

import org.jspecify.annotations.NullMarked;
