package org.diban.app.performance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Files that become forms. A file is kept as soon as it has arrived, whatever is in it; it is checked, and then taken as a whole or
 * not at all. A file of more than {@value #AT_ONCE_BYTES} bytes is checked and taken by a job.
 */
public interface FormImports {
    /** Up to this size a file is checked and taken while the person waits. */
    int AT_ONCE_BYTES = 2_000_000;

    /**
     * Receives a file and checks it, or asks for a job that does.
     *
     * @param organisation whose forms these are
     * @param fileName the name it has on the person's machine
     * @throws org.diban.kernel.problem.ProblemException PERF-1106 for an empty file, EVLG-1001 for one that is too large
     */
    ImportRecord receive(String organisation, String fileName, InputStream content) throws IOException;

    /** The import. */
    ImportRecord find(String id);

    /** The latest imports of the organisations whose forms the person may edit. */
    List<ImportRecord> latest(int limit);

    /** Which of an import's forms exist already, as their project and year stand in the report. */
    List<FormSummary> existing(ImportRecord imported);

    /**
     * Takes all forms of a file in one transaction, or asks for a job that does.
     *
     * @param replace whether forms that exist already get a new version; otherwise one of them refuses the whole file
     * @throws org.diban.kernel.problem.ProblemException PERF-1102 to PERF-1105
     */
    ImportRecord take(String id, boolean replace);

    /** Writes the bytes of the file as they arrived. */
    void copyFile(String id, OutputStream out) throws IOException;

    /** What a file holds, without keeping anything. */
    ImportReport check(String fileName, InputStream content) throws IOException;
}
