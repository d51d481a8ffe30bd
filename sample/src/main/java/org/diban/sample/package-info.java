/** Synthetic data: made up from a seed, realistic in size and shape, and about nobody. */
@NullMarked
package org.diban.sample;

import org.jspecify.annotations.NullMarked;
