package org.diban.app;

import java.util.Locale;
import java.util.stream.Collectors;
import org.diban.kernel.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Shows the problems that kept the server from starting as sentences instead of a stack trace. */
class ProblemAnalyzer extends AbstractFailureAnalyzer<ProblemException> {
    private final Locale language;

    ProblemAnalyzer(Environment environment) {
        this.language = Locale.forLanguageTag(environment.getProperty("diban.language", "zh"));
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, ProblemException cause) {
        String sentences =
                cause.problems().stream().map(problem -> problem.in(language)).collect(Collectors.joining("\n"));
        return new FailureAnalysis(sentences, null, cause);
    }
}
