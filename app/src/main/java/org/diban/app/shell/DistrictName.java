package org.diban.app.shell;

import org.diban.kernel.problem.Text;

/** Where the name of the district in the top bar comes from. */
public interface DistrictName {
    /** The name in both languages. */
    Text name();
}
