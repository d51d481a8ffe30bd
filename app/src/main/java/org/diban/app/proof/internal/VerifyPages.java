package org.diban.app.proof.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.diban.app.evidence.SealedLog;
import org.diban.app.proof.ProofProblem;
import org.diban.app.shell.Page;
import org.diban.evidence.bundle.BundleLimits;
import org.diban.evidence.bundle.BundleReport;
import org.diban.evidence.bundle.BundleVerifier;
import org.diban.evidence.checkpoint.Trust;
import org.diban.indicator.proof.FormClaims;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page that verifies a bundle as {@code diban verify} does. Nothing of what is sent is kept. */
@Controller
class VerifyPages {
    /** Less than the command line reads: a page is not the place for the largest bundles. */
    private static final BundleLimits LIMITS = new BundleLimits(20_000, 1L << 30, 32L << 20, 1 << 20);

    private static final int AT_ONCE = 2;

    private final SealedLog log;
    private final Semaphore room = new Semaphore(AT_ONCE);

    VerifyPages(SealedLog log) {
        this.log = log;
    }

    @GetMapping("/evidence/verify")
    ModelAndView ask(Page page) {
        return view(page, null, "", List.of(), HttpStatus.OK);
    }

    @PostMapping("/evidence/verify")
    ModelAndView verify(
            Page page,
            @RequestParam(name = "bundle", required = false) @Nullable MultipartFile bundle,
            @RequestParam(name = "keys", defaultValue = "log") String keys)
            throws IOException {
        try {
            if (bundle == null || bundle.isEmpty()) {
                throw ProofProblem.NO_BUNDLE.exception();
            }
            String name = bundle.getOriginalFilename();
            BundleReport report = verified(bundle, keys.equals("bundle") ? null : new Trust(log.keys(), 0));
            return view(page, report, name == null ? "" : name, List.of(), HttpStatus.OK);
        } catch (ProblemException e) {
            return view(page, null, "", e.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private BundleReport verified(MultipartFile bundle, @Nullable Trust trust) throws IOException {
        if (!room.tryAcquire()) {
            throw ProofProblem.VERIFIER_BUSY.exception();
        }
        Path file = Files.createTempFile("diban-bundle", ".zip");
        try {
            bundle.transferTo(file);
            return new BundleVerifier(trust, LIMITS).verify(file, new FormClaims());
        } finally {
            Files.deleteIfExists(file);
            room.release();
        }
    }

    private static ModelAndView view(
            Page page, @Nullable BundleReport report, String name, List<Problem> problems, HttpStatus status) {
        Map<String, Object> model = new HashMap<>();
        model.put("report", report);
        model.put("name", name);
        model.put("problems", problems);
        return page.view("proof/verify", model, status);
    }
}
