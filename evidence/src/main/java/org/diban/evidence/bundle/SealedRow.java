package org.diban.evidence.bundle;

/**
 * A row and its place in the log.
 *
 * @param index the leaf index
 * @param leaf the exact bytes that were hashed. The array is the row's own: it must not be changed.
 */
@SuppressWarnings("ArrayRecordComponent") // handed on row by row, never compared
public record SealedRow(long index, byte[] leaf) {}
