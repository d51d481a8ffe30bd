/**
 * The command line of Diban. Commands on files use the engines directly and start neither Spring nor a database; commands on a server talk to
 * its programming interface over HTTP.
 */
@NullMarked
package org.diban.cli;

import org.jspecify.annotations.NullMarked;
