package org.diban.cli.form;

import java.util.ArrayList;
import java.util.List;
import org.diban.cli.server.Address;
import org.diban.cli.server.Organisations;
import org.diban.cli.server.Server;
import org.diban.cli.terminal.Columns;
import org.diban.cli.terminal.Exit;
import org.diban.cli.terminal.Terminal;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.score.RuleSets;
import org.diban.kernel.json.JsonObject;

/** The list of a server's forms. */
final class ServerForms {
    private static final int PAGE = 200;

    private final Terminal terminal;
    private final boolean json;

    ServerForms(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /** Lists the forms that fit, page by page until there are no more. */
    int list(Server server, FormFilter filter) {
        filter.check();
        String organisation = filter.organisation == null ? null : Organisations.find(server, filter.organisation);
        Address address = Address.api("forms")
                .with("year", filter.year)
                .with("q", filter.text)
                .with("organisation", organisation)
                .with("grade", filter.grade == null ? null : stored(filter.grade))
                .with("state", filter.state)
                .with("size", PAGE);
        JsonObject page = server.get(address);
        long year = page.number("year");
        long total = page.number("total");
        List<JsonObject> forms = new ArrayList<>(page.objects("items"));
        for (int number = 2; forms.size() < total; number++) {
            List<JsonObject> more = server.get(address.with("page", number)).objects("items");
            if (more.isEmpty()) {
                break;
            }
            forms.addAll(more);
        }
        if (json) {
            terminal.json(JsonObject.builder()
                    .put("year", year)
                    .put("total", forms.size())
                    .put("items", forms)
                    .build());
        } else {
            print(forms, year);
        }
        return Exit.OK.code();
    }

    private void print(List<JsonObject> forms, long year) {
        Columns table = new Columns("llrrlrlr")
                .row(
                        terminal.text("编号", "Id"),
                        terminal.text("项目", "Project"),
                        terminal.text("年度", "Year"),
                        terminal.text("总分", "Score"),
                        terminal.text("等级", "Grade"),
                        terminal.text("执行率%", "Executed %"),
                        terminal.text("状态", "State"),
                        terminal.text("问题", "Findings"));
        for (JsonObject form : forms) {
            JsonObject findings = form.object("findings");
            table.row(
                    form.string("id"),
                    form.string("project"),
                    Long.toString(form.number("year")),
                    form.string("score"),
                    shown(form.string("grade")),
                    form.string("rate"),
                    state(form.string("state")),
                    Long.toString(findings.number("errors") + findings.number("warnings") + findings.number("notes")));
        }
        table.lines().forEach(terminal::say);
        terminal.say(year + " 年度，" + terminal.forms(forms.size()), year + ": " + terminal.forms(forms.size()));
    }

    private String state(String name) {
        if (name.equals(FormState.Status.FINAL.name())) {
            return terminal.text("已定稿", "final");
        }
        return name.equals(FormState.Status.DRAFT.name()) ? terminal.text("草稿", "draft") : name;
    }

    /** The grade as the server keeps it: the Chinese word. */
    private static String stored(String word) {
        return RuleSets.standard().grades().stream()
                .filter(grade -> grade.name().en().equalsIgnoreCase(word))
                .map(grade -> grade.name().zh())
                .findFirst()
                .orElse(word);
    }

    private String shown(String stored) {
        return RuleSets.standard().grades().stream()
                .filter(grade -> grade.name().zh().equals(stored))
                .map(grade -> grade.name().in(terminal.locale()))
                .findFirst()
                .orElse(stored);
    }
}
