/** {@code diban measure}: the definitions of measures. */
@NullMarked
package org.diban.cli.measure;

import org.jspecify.annotations.NullMarked;
