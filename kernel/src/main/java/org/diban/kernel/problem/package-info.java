/**
 * Problems: what went wrong, told so that a person can act and a program can tell problems apart.
 *
 * <p>Expected bad data is a <em>value</em>: an importer returns the {@link org.diban.kernel.problem.Problem}s it found beside
 * what it could read. Only what makes it impossible to go on is thrown, as a
 * {@link org.diban.kernel.problem.ProblemException}. Each module lists its problems in one enum that implements
 * {@link org.diban.kernel.problem.ProblemCode}; a code, once released, keeps its meaning and is never used again for another.
 */
@NullMarked
package org.diban.kernel.problem;

import org.jspecify.annotations.NullMarked;
