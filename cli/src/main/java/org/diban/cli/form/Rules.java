package org.diban.cli.form;

import java.util.stream.Collectors;
import org.diban.cli.terminal.CliProblem;
import org.diban.indicator.score.RuleSet;
import org.diban.indicator.score.RuleSets;
import picocli.CommandLine.Option;

/** The option that names the rule set by which forms are scored. */
final class Rules {
    @Option(names = "--rules", paramLabel = "ID")
    String id = RuleSets.standard().id();

    RuleSet get() {
        return RuleSets.find(id)
                .orElseThrow(() -> CliProblem.NO_RULE_SET.exception(
                        id, RuleSets.all().stream().map(RuleSet::id).collect(Collectors.joining(", "))));
    }
}
