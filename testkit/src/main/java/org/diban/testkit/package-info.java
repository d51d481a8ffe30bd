/** What tests of every module share: the architecture rules, and where the optional data of a district lies. */
@NullMarked
package org.diban.testkit;

import org.jspecify.annotations.NullMarked;
