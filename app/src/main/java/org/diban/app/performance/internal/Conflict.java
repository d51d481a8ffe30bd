package org.diban.app.performance.internal;

import java.util.List;
import java.util.Map;
import org.diban.app.performance.HistoryItem;
import org.diban.kernel.problem.Text;

/**
 * Two people changed one form.
 *
 * @param yours the version that the second one saw
 * @param now the version that it has become
 * @param typed what the second one typed, field by field
 * @param meanwhile what changed in between, the latest first
 * @param names the names of the people in it
 */
public record Conflict(
        long yours, long now, List<Typed> typed, List<HistoryItem> meanwhile, Map<String, String> names) {
    public Conflict {
        typed = List.copyOf(typed);
        meanwhile = List.copyOf(meanwhile);
    }

    public String name(String by) {
        return Timeline.name(by, names);
    }

    /** A field with what was typed into it. */
    public record Typed(Text label, String value) {}
}
