package org.diban.app.shell;

/** Something that a person may be allowed to do. */
public interface Right {
    /** The stable name, for example {@code FORM_READ}. */
    String name();
}
