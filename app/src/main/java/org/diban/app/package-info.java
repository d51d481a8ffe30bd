/** The application: its start, and one package per feature. */
@NullMarked
package org.diban.app;

import org.jspecify.annotations.NullMarked;
