package org.diban.app.access;

import java.util.Collection;
import java.util.Map;

/** The people of this installation, as far as other features show them. */
public interface People {
    /** The names of people by their identifiers; what is not a person's identifier, or of nobody, is left out. One query. */
    Map<String, String> names(Collection<String> ids);
}
