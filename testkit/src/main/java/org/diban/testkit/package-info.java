/** What tests of every module share: the architecture rules, the page of problem codes, and where the optional data of a district lies. */
@NullMarked
package org.diban.testkit;

import org.jspecify.annotations.NullMarked;
