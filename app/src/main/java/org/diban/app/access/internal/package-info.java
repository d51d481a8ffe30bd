/** How people sign in, what is stored of them, and the pages for it. Records that templates read are public; nothing here is for other features. */
@NullMarked
package org.diban.app.access.internal;

import org.jspecify.annotations.NullMarked;
