package org.diban.cli.server;

import java.util.List;
import java.util.stream.Collectors;
import org.diban.cli.terminal.CliProblem;
import org.diban.kernel.id.Ids;
import org.diban.kernel.json.JsonObject;

/** The organisations of a server, by the words that people use for them. */
public final class Organisations {
    private Organisations() {}

    /** The identifier of the organisation with this name (in either language), code or identifier. */
    public static String find(Server server, String word) {
        if (Ids.isId("org", word)) {
            return word;
        }
        List<JsonObject> all = server.get(Address.api("organisations")).objects("items");
        List<JsonObject> found = all.stream()
                .filter(one -> word.equals(one.string("name"))
                        || word.equals(one.stringOrNull("nameEn"))
                        || word.equals(one.stringOrNull("code")))
                .toList();
        if (found.size() != 1) {
            String names = all.stream().map(one -> one.string("name")).collect(Collectors.joining("，"));
            throw CliProblem.NO_ORGANISATION.exception(word, names);
        }
        return found.getFirst().string("id");
    }
}
