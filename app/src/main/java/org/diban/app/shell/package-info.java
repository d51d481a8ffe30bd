/**
 * The frame that every page stands in, and what a feature tells it.
 *
 * <p>A feature contributes beans: {@link org.diban.app.shell.NavigationEntry} for the left navigation, {@link
 * org.diban.app.shell.Route} for every address it answers (an address without a route is refused), {@link
 * org.diban.app.shell.SearchSource} for the search field and {@link org.diban.app.shell.Inbox} for the number beside it. Its
 * controllers take a {@link org.diban.app.shell.Page} and return {@link org.diban.app.shell.Page#view}; its templates start with
 * {@code @template.shell.page}. Its words lie in {@code messages/<feature>_zh.properties} and {@code _en.properties}.
 *
 * <p>The frame knows no feature. Who looks at a page is a {@link org.diban.app.shell.Viewer}; what they may do is asked with a
 * {@link org.diban.app.shell.Right}.
 *
 * <p>Problems reach people as a page, as a passing note (htmx) or, below {@code /api/}, as {@code application/problem+json} of RFC
 * 9457; {@link org.diban.app.shell.ProblemAnswer} decides which.
 */
@NullMarked
package org.diban.app.shell;

import org.jspecify.annotations.NullMarked;
