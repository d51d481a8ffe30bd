/**
 * Salted commitments: how a fact speaks of personal data without holding it.
 *
 * <p>A fact holds only H(0x02 ‖ salt ‖ value) with 32 random bytes of salt, written {@code sm3:} or {@code sha256:} and 64 hexadecimal
 * digits. The {@link org.diban.evidence.commitment.Opening}, salt and value, is stored elsewhere under the access rules of personal data.
 * Who is shown the opening can verify that it is what was recorded. To forget a person is to delete the opening: nobody can then find
 * the value by trying likely ones, because the salt is gone, and the log stays whole. The byte 0x02 keeps commitments apart from
 * leaves (0x00) and nodes (0x01).
 */
@NullMarked
package org.diban.evidence.commitment;

import org.jspecify.annotations.NullMarked;
