package org.diban.app.proof.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.diban.app.evidence.EvidenceProblem;
import org.diban.app.evidence.LogCatalogue;
import org.diban.app.evidence.SealedLog;
import org.diban.app.proof.EvidenceAddress;
import org.diban.app.proof.ProofProblem;
import org.diban.app.shell.Column;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Listing;
import org.diban.app.shell.Note;
import org.diban.app.shell.Page;
import org.diban.app.shell.Pages;
import org.diban.app.shell.TableExport;
import org.diban.evidence.checkpoint.SignedNote;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The pages of checkpoints. */
@Controller
class CheckpointPages {
    private static final int CHUNK = 1000;
    private static final List<Column> COLUMNS = List.of(
            Column.sorted("size", "proof.size"),
            Column.plain("at", "proof.checkpoint.at"),
            Column.plain("root", "proof.root"),
            Column.plain("signatures", "proof.signatures"),
            Column.plain("witnesses", "proof.witnesses"));

    private final SealedLog log;
    private final LogCatalogue catalogue;
    private final Proofs proofs;
    private final Witnesses witnesses;

    CheckpointPages(SealedLog log, LogCatalogue catalogue, Proofs proofs, Witnesses witnesses) {
        this.log = log;
        this.catalogue = catalogue;
        this.proofs = proofs;
        this.witnesses = witnesses;
    }

    @GetMapping("/evidence/checkpoints")
    ModelAndView list(Page page, HttpServletRequest request) {
        ListQuery query = ListQuery.of(request, COLUMNS, "-size", List.of());
        Listing<JudgedCheckpoint> listing =
                new Listing<>(judged(query.descending(), query.offset(), query.size()), catalogue.countCheckpoints());
        return page.view("proof/checkpoints", Map.of("query", query, "listing", listing));
    }

    private List<JudgedCheckpoint> judged(boolean descending, long offset, int limit) {
        return catalogue.checkpoints(descending, offset, limit).stream()
                .map(proofs::judged)
                .toList();
    }

    @GetMapping("/evidence/checkpoints.{format:csv|xlsx}")
    void export(
            Page page, HttpServletRequest request, HttpServletResponse response, @PathVariable("format") String format)
            throws IOException {
        boolean descending = ListQuery.of(request, COLUMNS, "-size", List.of()).descending();
        long total = catalogue.countCheckpoints();
        TableExport.send(
                response,
                "diban-checkpoints",
                format,
                COLUMNS.stream().map(column -> page.t(column.labelKey())).toList(),
                LongStream.iterate(0, from -> from < total, from -> from + CHUNK)
                        .boxed()
                        .flatMap(from -> judged(descending, from, CHUNK).stream())
                        .map(c -> List.of(
                                String.valueOf(c.size()),
                                page.second(c.sealed().at()),
                                c.root().hex(),
                                page.t(c.signatures().signed() ? "proof.signature.valid" : "proof.signature.invalid"),
                                String.valueOf(c.signatures().witnesses()))));
    }

    @GetMapping("/evidence/checkpoints/{size}")
    ModelAndView checkpoint(
            Page page,
            @PathVariable("size") long size,
            @RequestParam(name = "with", required = false) @Nullable Long with) {
        return view(page, size, with, "", List.of(), HttpStatus.OK);
    }

    private ModelAndView view(
            Page page, long size, @Nullable Long with, String line, List<Problem> problems, HttpStatus status) {
        JudgedCheckpoint checkpoint =
                proofs.judged(log.at(size).orElseThrow(() -> EvidenceProblem.NO_SUCH_SIZE.exception(size)));
        Map<String, Object> model = new HashMap<>();
        List<SealedLog.Sealed> before = log.checkpoints(size, 1);
        model.put("checkpoint", checkpoint);
        model.put(
                "other",
                with == null ? (before.isEmpty() ? 0L : before.getFirst().size()) : with);
        model.put("line", line);
        model.put("problems", problems);
        try {
            model.put("growth", with == null ? null : proofs.growth(Math.min(size, with), Math.max(size, with)));
            model.put("growthProblems", List.of());
        } catch (ProblemException e) {
            model.put("growthProblems", e.problems());
        }
        return page.view("proof/checkpoint", model, status);
    }

    @PostMapping("/evidence/checkpoints/{size}/cosignatures")
    ModelAndView cosign(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable("size") long size,
            @RequestParam(name = "line", defaultValue = "") String line,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        try {
            witnesses.cosign(size, line + "\n" + text(file));
        } catch (ProblemException e) {
            return view(page, size, null, line, e.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Pages.redirect(EvidenceAddress.checkpoint(size), Note.of("proof.cosign.done"), request, response);
    }

    private static String text(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return "";
        }
        if (file.getSize() > SignedNote.MAX_BYTES) {
            throw ProofProblem.TOO_LARGE.exception("1 MB");
        }
        return new String(file.getBytes(), StandardCharsets.UTF_8);
    }
}
