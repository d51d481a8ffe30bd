/**
 * The way to a server of Diban, over HTTP.
 *
 * <p>Who asks is said by a token in the header {@code Authorization}, which goes only below {@code /api/} and only to the server that was
 * named: redirects are not followed. The token is read from a file or the environment, never from the command line, and never stands in an
 * address. Answers that are problems of RFC 9457 are told like those of files; an answer that is not Diban's is a problem of its own.
 */
@NullMarked
package org.diban.cli.server;

import org.jspecify.annotations.NullMarked;
