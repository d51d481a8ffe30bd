package org.diban.app.shell;

import java.util.List;

/**
 * The hits of one source.
 *
 * @param labelKey the heading
 * @param hits what it found, at least one
 */
public record Found(String labelKey, List<SearchHit> hits) {}
