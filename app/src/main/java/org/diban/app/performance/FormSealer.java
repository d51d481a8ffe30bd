package org.diban.app.performance;

import org.diban.indicator.ledger.FormSignature;

/** The key that signs finalised forms. */
public interface FormSealer {
    /**
     * Signs the canonical bytes of a finalisation's statement.
     *
     * @param statement the bytes
     * @param signer the identifier of the person who finalises
     */
    FormSignature sign(byte[] statement, String signer);
}
