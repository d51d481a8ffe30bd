/**
 * The findings of a review as files: XLSX and CSV for people, JSON for programs. Every writer streams: it keeps no finding.
 */
@NullMarked
package org.diban.indicator.format.findings;

import org.jspecify.annotations.NullMarked;
