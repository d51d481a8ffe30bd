/** The pages of jobs, and their interface for programs. */
@NullMarked
package org.diban.app.jobs.internal;

import org.jspecify.annotations.NullMarked;
