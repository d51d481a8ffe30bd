/** How the evidence log is stored, sealed and shown. */
@NullMarked
package org.diban.app.evidence.internal;

import org.jspecify.annotations.NullMarked;
