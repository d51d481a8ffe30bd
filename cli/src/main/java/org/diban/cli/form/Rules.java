package org.diban.cli.form;

import java.util.stream.Collectors;
import org.diban.cli.terminal.CliProblem;
import org.diban.indicator.score.RuleSet;
import org.diban.indicator.score.RuleSets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the rule set by which forms are scored. */
final class Rules {
    @Option(names = "--rules", paramLabel = "ID")
    @Nullable
    String id;

    RuleSet get() {
        String named = id == null ? RuleSets.standard().id() : id;
        return RuleSets.find(named)
                .orElseThrow(() -> CliProblem.NO_RULE_SET.exception(
                        named, RuleSets.all().stream().map(RuleSet::id).collect(Collectors.joining(", "))));
    }

    /** Refuses the option where the server's forms are meant: each names its own rules. */
    void refuse() {
        if (id != null) {
            throw CliProblem.ONLY_FILES.exception("--rules");
        }
    }
}
