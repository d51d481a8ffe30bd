package org.diban.app.shell;

/**
 * A column of a list.
 *
 * @param key its stable name in the address ({@code sort}, {@code hide})
 * @param labelKey the message key of its heading
 * @param sortable whether the list can be sorted by it
 * @param numeric whether it holds figures, which stand at the right
 */
public record Column(String key, String labelKey, boolean sortable, boolean numeric) {
    /** A column by which the list can be sorted. */
    public static Column sorted(String key, String labelKey) {
        return new Column(key, labelKey, true, false);
    }

    /** A column by which it cannot. */
    public static Column plain(String key, String labelKey) {
        return new Column(key, labelKey, false, false);
    }

    /** A sortable column of figures. */
    public static Column figures(String key, String labelKey) {
        return new Column(key, labelKey, true, true);
    }
}
