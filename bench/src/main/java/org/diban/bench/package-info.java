/** Whole-job measurements, each beside the bare cost of the same work in the same run. {@code docs/performance.md} holds the figures and the commands. */
@NullMarked
package org.diban.bench;

import org.jspecify.annotations.NullMarked;
