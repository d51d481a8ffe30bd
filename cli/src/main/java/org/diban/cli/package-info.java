/**
 * The command line of Diban. Commands on files use the engines directly and start neither Spring nor a database.
 */
@NullMarked
package org.diban.cli;

import org.jspecify.annotations.NullMarked;
