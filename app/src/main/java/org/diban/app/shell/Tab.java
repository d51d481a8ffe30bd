package org.diban.app.shell;

/**
 * One of several views of the same thing.
 *
 * @param label its name
 * @param href its address
 * @param current whether it is the one shown
 */
public record Tab(String label, String href, boolean current) {}
