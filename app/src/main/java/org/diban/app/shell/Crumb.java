package org.diban.app.shell;

/**
 * A step of the path above a page's title.
 *
 * @param label the text
 * @param href where it leads
 */
public record Crumb(String label, String href) {}
