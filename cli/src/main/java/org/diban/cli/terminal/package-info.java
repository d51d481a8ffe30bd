/**
 * The person or program at the other end: where output goes, in which language, whether it may be coloured, and how a command ends.
 */
@NullMarked
package org.diban.cli.terminal;

import org.jspecify.annotations.NullMarked;
