package org.diban.app.performance;

import org.diban.indicator.ledger.FormSignature;

/** The key that signs finalised forms. */
public interface FormSealer {
    /**
     * Signs what is to be signed of a finalisation.
     *
     * @param text as {@link org.diban.indicator.ledger.FormChange.Finalised#text} gives it
     * @param signer the identifier of the person who finalises
     */
    FormSignature sign(String text, String signer);
}
