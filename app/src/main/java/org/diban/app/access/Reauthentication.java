package org.diban.app.access;

/** Asks for the password again before something that is signed in a person's name. */
public interface Reauthentication {
    /**
     * Goes on only if this is the password of the person behind the present request. Failures count like failures to sign in. To be called
     * outside of a transaction.
     *
     * @throws org.diban.kernel.problem.ProblemException ACC-1005 when it is not, ACC-1003 when too many were not
     */
    void require(String password);
}
