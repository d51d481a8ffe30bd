package org.diban.app.shell;

/**
 * Something the search found.
 *
 * @param title its name
 * @param detail what tells it from others of the same name; may be empty
 * @param href where it is
 */
public record SearchHit(String title, String detail, String href) {}
