package org.diban.indicator.format.layout;

/** What stands in a box, as far as it decides how the box looks. */
public enum Look {
    /** A word of the form itself, for example 主管部门; bold, centred. */
    LABEL,
    /** A short text; centred. */
    CENTRED,
    /** A long text, perhaps in several paragraphs; from the left. */
    TEXT,
    /** A figure that people may want to add up; centred. */
    FIGURE,
    /** An amount of money; from the right. */
    MONEY;

    /** Whether a spreadsheet writes the text as a number when it is one. */
    public boolean isNumeric() {
        return this == FIGURE || this == MONEY;
    }
}
