package org.diban.app.shell;

import java.util.List;

/** A feature's part in the search of the top bar. */
public interface SearchSource {
    /** The message key of the heading above its hits. */
    String labelKey();

    /** What a person must hold for this source to be asked. */
    Right right();

    /** The best hits for a text that the viewer may see, at most {@code limit}. */
    List<SearchHit> find(String text, int limit);
}
