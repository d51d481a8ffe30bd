package org.diban.app.access.internal;

import java.time.Instant;

/**
 * A session as its owner sees it.
 *
 * @param agent what the browser calls itself
 */
public record OpenSession(String id, String address, String agent, Instant started, Instant seen) {}
