package org.diban.app.access;

/**
 * The record of who did what. Every read of protected data and every write leaves one; refused attempts and signing in are recorded by
 * the access feature itself.
 *
 * <p>An action is a stable word of the form {@code thing.deed}, for example {@code form.read}. Its words for people are the message key
 * {@code <feature>.action.<action>}. An object is an identifier, or {@code -} for a list. Never put contents or names into either.
 */
public interface Audit {
    /** Records a read, in a short transaction of its own. Call it once per request, not per row. */
    void read(String action, String object);

    /** Records a change, in the caller's transaction, as its last step: the change and its record stand or fall together. */
    void wrote(String action, String object);
}
