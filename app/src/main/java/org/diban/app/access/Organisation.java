package org.diban.app.access;

import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A district, a street or town, a neighbourhood or a department.
 *
 * @param parent the organisation above; {@code null} for the district
 * @param kind what it is
 * @param name its name; the English one is the Chinese one where none was given
 * @param code its official code (12-digit division code or 18-digit credit code); {@code null} when it has none
 * @param closed whether it is no longer in use
 * @param version rises with each change
 */
public record Organisation(
        OrganisationId id,
        @Nullable OrganisationId parent,
        Kind kind,
        Text name,
        @Nullable String code,
        boolean closed,
        long version) {
    /** What an organisation is. */
    public enum Kind {
        DISTRICT("区", "District"),
        STREET("街道/镇", "Street or town"),
        NEIGHBOURHOOD("居村委", "Neighbourhood"),
        DEPARTMENT("部门", "Department");

        private final Text label;

        Kind(String zh, String en) {
            this.label = new Text(zh, en);
        }

        /** The words people read. */
        public Text label() {
            return label;
        }
    }
}
