/**
 * Proof bundles: everything that a verifier needs to follow figures down to the rows of a log, in one zip.
 *
 * <p>{@code docs/reference/evidence-format.md} specifies the format {@code diban-proof/1} for whoever writes a verifier of their own.
 * {@link org.diban.evidence.bundle.BundleWriter} writes one as a stream, the same bytes for the same input;
 * {@link org.diban.evidence.bundle.BundleVerifier} verifies one in one pass over its rows, in memory that does not grow with them.
 *
 * <p>This package proves that rows stand in a signed log and that streams are complete. What the rows prove is the business of a
 * {@link org.diban.evidence.bundle.ClaimsVerifier}.
 */
@NullMarked
package org.diban.evidence.bundle;

import org.jspecify.annotations.NullMarked;
