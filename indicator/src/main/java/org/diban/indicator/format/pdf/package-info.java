/**
 * Forms as PDF on A4, drawn from the official layout with embedded fonts, so that they look the same everywhere.
 */
@NullMarked
package org.diban.indicator.format.pdf;

import org.jspecify.annotations.NullMarked;
