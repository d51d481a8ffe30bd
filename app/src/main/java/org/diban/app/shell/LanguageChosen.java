package org.diban.app.shell;

/**
 * A signed-in person chose a language.
 *
 * @param viewerId the person
 * @param language what they chose
 */
public record LanguageChosen(String viewerId, Preferences.Language language) {}
