package org.diban.cli.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diban.cli.terminal.CliProblem;
import org.diban.kernel.id.Ids;

/** How a word that names a form of a server is told from one that names a file: by the shape of the identifier, {@code frm_…}. */
public final class FormId {
    private FormId() {}

    /** The identifier, if the words are one and it has its shape. */
    public static Optional<String> of(List<Path> words) {
        return words.size() == 1 ? Optional.of(words.getFirst().toString()).filter(FormId::isOne) : Optional.empty();
    }

    /** The word, which must be an identifier. */
    public static String require(String word) {
        if (!isOne(word)) {
            throw CliProblem.NOT_A_FORM.exception(word);
        }
        return word;
    }

    private static boolean isOne(String word) {
        return Ids.isId("frm", word);
    }
}
