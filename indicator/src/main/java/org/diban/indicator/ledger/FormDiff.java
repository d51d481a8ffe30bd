package org.diban.indicator.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diban.evidence.Fact;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/** What changed in a form between two lengths of its stream. */
public final class FormDiff {
    private FormDiff() {}

    /**
     * The fields that differ, in the order of the form. A field that was changed and changed back is not among them.
     *
     * @param facts the facts of the stream from the first
     * @param from the older length; 0 for nothing at all
     * @param to the newer length; of a finalised version, the sequence number of its fact plus one
     * @throws ProblemException if the facts cannot be replayed
     */
    public static List<FieldChange> between(Iterable<Fact> facts, long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
        Map<String, Fact> last = new HashMap<>();
        Map<String, Field> old = Map.of();
        Map<String, Field> now = Map.of();
        FormState state = null;
        for (Fact fact : facts) {
            if (fact.seq() >= to) {
                break;
            }
            state = FormLedger.apply(state, fact).orThrow();
            if (state.length() < from) {
                continue;
            }
            Map<String, Field> next = Fields.of(state);
            if (state.length() == from) {
                old = next;
            } else {
                for (String path : paths(now, next)) {
                    if (!Objects.equals(content(now, path), content(next, path))) {
                        last.put(path, fact);
                    }
                }
            }
            now = next;
        }
        return changes(old, now, last);
    }

    private static List<FieldChange> changes(Map<String, Field> old, Map<String, Field> now, Map<String, Fact> last) {
        List<FieldChange> changes = new ArrayList<>();
        for (String path : paths(now, old)) {
            String was = content(old, path);
            String is = content(now, path);
            Fact fact = last.get(path);
            if (fact != null && !Objects.equals(was, is)) {
                Field named = Objects.requireNonNull(now.getOrDefault(path, old.get(path)), "a path of one of the two");
                changes.add(new FieldChange(path, named.label(), was, is, fact.ref(), fact.at(), fact.by()));
            }
        }
        return List.copyOf(changes);
    }

    private static Set<String> paths(Map<String, Field> one, Map<String, Field> other) {
        Set<String> paths = new LinkedHashSet<>(one.keySet());
        paths.addAll(other.keySet());
        return paths;
    }

    private static @Nullable String content(Map<String, Field> fields, String path) {
        Field field = fields.get(path);
        return field == null || field.content().isEmpty() ? null : field.content();
    }

    /** A field with its label and its content. */
    record Field(Text label, String content) {}
}
