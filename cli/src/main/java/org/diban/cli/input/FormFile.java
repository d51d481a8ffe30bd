package org.diban.cli.input;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diban.indicator.form.Form;
import org.diban.indicator.format.json.FormJson;
import org.diban.indicator.format.json.JsonForm;
import org.diban.indicator.format.sheet.SheetForms;
import org.diban.indicator.format.sheet.SheetLimits;
import org.diban.indicator.format.sheet.XlsxReader;
import org.diban.indicator.format.text.TextForms;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedForms;
import org.diban.indicator.printed.Transcriber;
import org.diban.indicator.printed.Transcription;
import org.diban.indicator.score.RuleSet;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds.
 *
 * @param name the name that places in it begin with
 * @param entries the forms that could be taken over, in their order
 * @param refused how many forms, at least, could not
 * @param problems what is wrong with forms and file
 * @param notes what a person should look at although it was read
 * @param transcription the same as it was compared with its print; {@code null} for a file that has no print, such as JSON
 */
public record FormFile(
        String name,
        List<Entry> entries,
        int refused,
        List<Problem> problems,
        List<Problem> notes,
        @Nullable Transcription transcription) {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /**
     * One form.
     *
     * @param key its place: file and line
     * @param form its meaning
     * @param source its cells as they were read; {@code null} when it was not printed
     */
    public record Entry(String key, Form form, @Nullable PrintedForm source) {}

    public FormFile {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /**
     * Reads a file.
     *
     * @param name the name to show for it
     * @throws IOException if it cannot be read
     */
    public static FormFile read(Path file, String name, RuleSet rules) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(ZIP.length + 16);
            byte[] head = in.readNBytes(ZIP.length + 16);
            in.reset();
            if (startsWith(head, ZIP) || startsWith(head, OLE2)) {
                SheetForms sheets = new XlsxReader(SheetLimits.DEFAULT).read(in, name);
                return printed(name, sheets.forms(), sheets.notes(), rules);
            }
            if (isJson(head)) {
                return json(name, FormJson.read(in, name));
            }
            return printed(name, TextForms.read(in, name, TextForms.DEFAULT_LIMIT), List.of(), rules);
        }
    }

    private static FormFile printed(String name, PrintedForms read, List<Problem> notes, RuleSet rules) {
        Transcription transcription = new Transcriber(rules).transcribe(read.forms());
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(transcription.problems());
        List<Entry> entries = transcription.entries().stream()
                .map(entry -> new Entry(entry.source().location().toString(), entry.form(), entry.source()))
                .toList();
        int refused = read.forms().size() - entries.size() + (read.problems().isEmpty() ? 0 : 1);
        return new FormFile(name, entries, refused, problems, notes, transcription);
    }

    private static FormFile json(String name, JsonForm read) {
        Form form = read.form();
        List<Entry> entries = form == null ? List.of() : List.of(new Entry(name, form, null));
        return new FormFile(name, entries, form == null ? 1 : 0, read.problems(), List.of(), null);
    }

    private static boolean startsWith(byte[] head, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= head.length || head[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the first character that is neither blank nor a byte-order mark opens an object. */
    private static boolean isJson(byte[] head) {
        ByteArrayInputStream in = new ByteArrayInputStream(head);
        int b = in.read();
        while (b == 0xEF || b == 0xBB || b == 0xBF || b == ' ' || b == '\t' || b == '\r' || b == '\n') {
            b = in.read();
        }
        return b == '{';
    }
}
