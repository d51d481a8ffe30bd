/** Who may do what. */
@ApplicationModule(displayName = "Access")
@NullMarked
package org.diban.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
