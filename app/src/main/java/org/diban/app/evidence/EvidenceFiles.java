package org.diban.app.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** The files that stand behind facts, each stored once by its digest. A fact names the digest; whoever has the file can check it. */
public interface EvidenceFiles {
    /**
     * Stores a file inside the caller's transaction, or finds that it is there already.
     *
     * @param content read to its end and not closed
     * @param mediaType for example {@code application/pdf}; what the sender said, never trusted when shown
     * @throws org.diban.kernel.problem.ProblemException EVLG-1001 when the file is larger than allowed
     */
    StoredFile store(InputStream content, String mediaType) throws IOException;

    /** The file's particulars, or nothing when it is not here. */
    Optional<StoredFile> find(String digest);

    /** Writes the file's bytes. The digest is computed on the way and a difference ends the transfer with EVLG-1002. */
    void copy(String digest, OutputStream out) throws IOException;

    /**
     * A stored file.
     *
     * @param digest {@code sha256:} and 64 hexadecimal digits
     * @param size bytes
     * @param mediaType as given when stored
     */
    record StoredFile(String digest, long size, String mediaType) {}
}
