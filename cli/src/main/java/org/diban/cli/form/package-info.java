/**
 * {@code diban form}: forms in files, which need no server, and forms of a server. {@code list} without a file means the server's; otherwise a
 * word of the shape of an identifier ({@code frm_…}) names a form of the server and every other word a file.
 */
@NullMarked
package org.diban.cli.form;

import org.jspecify.annotations.NullMarked;
