package org.diban.app.shell;

import java.util.List;

/**
 * A system of the left navigation with the entries one person may use.
 *
 * @param area the system
 * @param entries at least one, in order
 */
public record NavigationGroup(NavigationArea area, List<NavigationEntry> entries) {}
