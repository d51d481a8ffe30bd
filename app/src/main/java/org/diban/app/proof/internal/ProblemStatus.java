package org.diban.app.proof.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.diban.app.evidence.EvidenceProblem;
import org.diban.app.proof.ProofProblem;
import org.diban.app.shell.ProblemAnswer;
import org.diban.kernel.problem.ProblemException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers 404 where a request names something that is not there; all other problems are the frame's to answer. */
@ControllerAdvice(assignableTypes = {StreamPages.class, CheckpointPages.class, FeedController.class, EvidenceApi.class})
@Order(0)
class ProblemStatus {
    private static final Set<String> MISSING = Set.of(
            ProofProblem.NO_SUCH_STREAM.code(),
            ProofProblem.FILE_NOT_NAMED.code(),
            EvidenceProblem.NO_SUCH_FACT.code(),
            EvidenceProblem.NO_SUCH_SIZE.code(),
            EvidenceProblem.NO_SUCH_FILE.code());

    private final ProblemAnswer answer;

    ProblemStatus(ProblemAnswer answer) {
        this.answer = answer;
    }

    @ExceptionHandler(ProblemException.class)
    void answer(HttpServletRequest request, HttpServletResponse response, ProblemException problem) throws IOException {
        if (MISSING.contains(problem.problem().code())) {
            answer.send(request, response, HttpStatus.NOT_FOUND, problem.problems());
        } else {
            answer.send(request, response, problem);
        }
    }
}
