package org.diban.app.shell;

/**
 * A page that the left navigation offers to those who may use it.
 *
 * @param area the system it belongs to
 * @param order its place within the area, ascending
 * @param href the address, for example {@code /people}; the entry is marked on it and on all pages below it
 * @param labelKey the message key of its name
 * @param right what a person must hold to see it
 */
public record NavigationEntry(NavigationArea area, int order, String href, String labelKey, Right right) {}
