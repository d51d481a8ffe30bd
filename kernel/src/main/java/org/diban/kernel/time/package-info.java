/** Time: instants inside, civil time of the district at the edge, half-open periods between. */
@NullMarked
package org.diban.kernel.time;

import org.jspecify.annotations.NullMarked;
