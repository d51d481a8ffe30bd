package org.diban.app.proof.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diban.app.evidence.EvidenceFiles;
import org.springframework.http.HttpHeaders;

/** How a stored file is sent: to be saved, never to be shown or run in our pages, whatever its sender said it is. */
final class FileAnswer {
    private static final int DIGEST_SHOWN = "sha256:".length() + 12;

    private FileAnswer() {}

    static void send(HttpServletResponse response, EvidenceFiles files, EvidenceFiles.StoredFile file)
            throws IOException {
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(file.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\""
                        + file.digest().substring(0, DIGEST_SHOWN).replace(':', '-') + extension(file.mediaType())
                        + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        files.copy(file.digest(), response.getOutputStream());
    }

    private static String extension(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> ".pdf";
            case "image/png" -> ".png";
            case "image/jpeg" -> ".jpg";
            case "text/csv" -> ".csv";
            case "text/plain" -> ".txt";
            case "application/zip" -> ".zip";
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> ".xlsx";
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> ".docx";
            default -> ".bin";
        };
    }
}
