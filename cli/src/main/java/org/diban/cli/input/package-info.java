/**
 * Forms from files of any of the formats: text, XLSX and JSON, told apart by their content.
 */
@NullMarked
package org.diban.cli.input;

import org.jspecify.annotations.NullMarked;
