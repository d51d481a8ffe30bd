package org.diban.app.performance.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diban.app.performance.FormBundles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The download of a form's proof bundle, for people and for programs. */
@Controller
class BundlePages {
    private final FormBundles bundles;

    BundlePages(FormBundles bundles) {
        this.bundles = bundles;
    }

    @GetMapping({"/forms/{id}/bundle", "/api/v1/forms/{id}/bundle"})
    void bundle(HttpServletResponse response, @PathVariable String id) throws IOException {
        // Written to a file first: a bundle that cannot be made is a problem with a message, not half a download.
        Path file = Files.createTempFile("diban", ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                bundles.write(id, out);
            }
            response.setContentType("application/zip");
            response.setContentLengthLong(Files.size(file));
            response.setHeader("Content-Disposition", "attachment; filename=\"" + id + ".diban.zip\"");
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
