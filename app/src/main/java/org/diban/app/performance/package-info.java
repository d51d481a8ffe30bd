/**
 * Performance: the self-evaluation forms of the funded projects, from import to the signed and printed form.
 *
 * <p>A form is the fold over the facts of its stream {@code form/<id>} in the evidence log; the tables of the schema {@code performance} hold the
 * identity of forms and a projection that is rewritten in the transaction of every change and can be derived again at any time. A form belongs to one
 * organisation, which is the scope of all rights to it. Every change names the version that its author saw; a form that has moved on since is a
 * conflict and nothing is written.
 *
 * <p>{@link org.diban.app.performance.Forms} is the one way to forms and {@link org.diban.app.performance.FormImports} the one way by which files become
 * forms; pages and the interface under {@code /api/v1} use the same two. Both ask {@code access} before they read or change anything and leave an
 * audit record.
 *
 * <p>Files that are brought are kept by their digest whatever becomes of them. An import is taken as a whole or not at all.
 */
@ApplicationModule(displayName = "Performance")
@NullMarked
package org.diban.app.performance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
