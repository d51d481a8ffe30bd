/** The stand-alone verifier of proof bundles: what a supervisor runs on a machine of their own, without a server, a database or a network. */
@NullMarked
package org.diban.verifier;

import org.jspecify.annotations.NullMarked;
