/** The inside of the performance feature: stores, services, pages and interface. */
@NullMarked
package org.diban.app.performance.internal;

import org.jspecify.annotations.NullMarked;
