package org.diban.app.performance;

import java.io.IOException;
import java.io.OutputStream;

/** The proof bundles of forms: what a supervisor checks without this server. */
public interface FormBundles {
    /**
     * Seals what is not sealed yet and writes the bundle of a form: every printed figure, the facts and rows it rests on, their proof under the newest
     * checkpoint, the definitions, and the files behind the figures. A draft's bundle says that it is one.
     *
     * @throws org.diban.kernel.problem.ProblemException PERF-1001 when there is no such form
     */
    void write(String id, OutputStream out) throws IOException;
}
