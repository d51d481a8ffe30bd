package org.diban.cli.form;

import java.nio.file.Path;
import java.util.List;
import org.diban.cli.server.Address;
import org.diban.cli.server.Answers;
import org.diban.cli.server.Organisations;
import org.diban.cli.server.Server;
import org.diban.cli.terminal.Exit;
import org.diban.cli.terminal.Terminal;
import org.diban.kernel.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The import of one file by the server: all of its forms or none.
 *
 * @param terminal where to say what came of it
 * @param organisation whose forms they are: a name, code or identifier
 * @param replace whether forms that are there already get a new version
 * @param json whether the answer is printed as it is
 */
record ServerImport(Terminal terminal, String organisation, boolean replace, boolean json) {
    int send(Server server, Path file) {
        JsonObject answer = server.post(
                Address.api("forms", "import")
                        .with("organisation", Organisations.find(server, organisation))
                        .with("name", file.getFileName())
                        .with("replace", replace),
                file);
        String state = answer.string("state");
        JsonObject report = answer.objectOrNull("report");
        if (report != null) {
            report.objects("details").forEach(detail -> terminal.tell(Answers.reported(detail)));
        }
        if (json) {
            terminal.json(answer);
        } else {
            print(answer, state, report);
        }
        return switch (state) {
            case "TAKEN" -> (report != null && report.number("differences") > 0 ? Exit.FINDINGS : Exit.OK).code();
            case "REJECTED" -> Exit.BAD_INPUT.code();
            default -> Exit.FINDINGS.code();
        };
    }

    private void print(JsonObject answer, String state, @Nullable JsonObject report) {
        if (report != null) {
            for (JsonObject entry : report.objects("entries")) {
                entry.objects("differences").forEach(this::print);
            }
        }
        List<String> forms = answer.strings("forms");
        forms.forEach(terminal::say);
        String id = answer.string("id");
        switch (state) {
            case "TAKEN" ->
                terminal.say(
                        "已导入 " + terminal.forms(forms.size()) + "（" + id + "）",
                        "Imported " + terminal.forms(forms.size()) + " (" + id + ")");
            case "REJECTED" ->
                terminal.say(
                        "文件有误，没有导入任何一张表（" + id + "）", "The file has problems; no form of it was imported (" + id + ")");
            default ->
                terminal.say(
                        "文件较大，服务器正在检查。检查完成后请在浏览器中打开 /imports/" + id + " 确认导入",
                        "The file is large and being checked. When that is done, open /imports/" + id
                                + " in a browser to take it");
        }
    }

    private void print(JsonObject difference) {
        terminal.say(terminal.red(terminal.text("差异 ", "Difference ")
                + difference.string("place")
                + terminal.text("：表上“", ": read \"")
                + difference.string("read")
                + terminal.text("”，计算为“", "\", computed \"")
                + difference.string("printed")
                + terminal.text("”", "\"")));
    }
}
