/** The pages of the evidence log, its feed and its programming interface. */
@NullMarked
package org.diban.app.proof.internal;

import org.jspecify.annotations.NullMarked;
