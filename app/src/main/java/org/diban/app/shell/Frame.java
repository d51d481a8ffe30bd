package org.diban.app.shell;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the features told the frame, gathered once. */
record Frame(
        Messages messages,
        Assets assets,
        DistrictName district,
        List<NavigationEntry> entries,
        List<SearchSource> sources,
        List<Inbox> inboxes,
        InstantSource clock) {
    List<NavigationGroup> navigation(Viewer viewer) {
        Map<NavigationArea, List<NavigationEntry>> areas = new TreeMap<>();
        entries.stream()
                .filter(entry -> viewer.may(entry.right()))
                .sorted(Comparator.comparingInt(NavigationEntry::order).thenComparing(NavigationEntry::href))
                .forEach(entry -> areas.computeIfAbsent(entry.area(), area -> new ArrayList<>())
                        .add(entry));
        return areas.entrySet().stream()
                .map(area -> new NavigationGroup(area.getKey(), List.copyOf(area.getValue())))
                .toList();
    }

    boolean searchable(Viewer viewer) {
        return sources.stream().anyMatch(source -> viewer.may(source.right()));
    }

    List<Page.Waiting> waiting(Viewer viewer) {
        return inboxes.stream()
                .filter(inbox -> viewer.may(inbox.right()))
                .map(inbox -> new Page.Waiting(inbox, inbox.waiting(viewer)))
                .filter(waiting -> waiting.count() > 0)
                .toList();
    }
}
