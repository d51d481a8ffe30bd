package org.diban.cli.form;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.diban.cli.input.FormFile;
import org.diban.cli.input.OutFile;
import org.diban.cli.input.ReadForms;
import org.diban.cli.server.Address;
import org.diban.cli.server.Download;
import org.diban.cli.server.FormId;
import org.diban.cli.server.ServerOptions;
import org.diban.cli.terminal.CliProblem;
import org.diban.cli.terminal.Exit;
import org.diban.cli.terminal.Terminal;
import org.diban.indicator.format.json.FormJson;
import org.diban.indicator.format.layout.Printout;
import org.diban.indicator.format.pdf.PdfWriter;
import org.diban.indicator.format.sheet.CsvWriter;
import org.diban.indicator.format.sheet.XlsxWriter;
import org.diban.indicator.format.word.DocxWriter;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.Rendering;
import org.diban.indicator.score.RuleSet;
import org.diban.indicator.score.ScoredForm;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diban form export FILE…|ID -o OUT}: the forms of files, or one of the server, in another format, which the ending of {@code OUT} names. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE|ID", arity = "1..*")
    List<Path> files = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            required = true)
    Path out = Path.of("");

    @Option(names = "--form", paramLabel = "N")
    int number;

    @Option(names = "--draft")
    boolean draft;

    @Option(names = "--force")
    boolean force;

    @Mixin
    Rules rules = new Rules();

    @Mixin
    final ServerOptions server;

    @Option(names = "--json")
    boolean json;

    ExportCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.server = new ServerOptions(environment);
    }

    private enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        PDF("application/pdf"),
        CSV("text/csv"),
        JSON("application/json");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        static Format of(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(format -> name.endsWith(format.ending()))
                    .findFirst()
                    .orElseThrow(() -> CliProblem.UNKNOWN_FORMAT.exception(
                            name.substring(Math.max(0, name.lastIndexOf('.'))),
                            Arrays.stream(values()).map(Format::ending).collect(Collectors.joining(" "))));
        }
    }

    @Override
    public Integer call() {
        Format format = Format.of(out);
        Optional<String> id = FormId.of(files);
        if (id.isPresent()) {
            return ofServer(format, id.get());
        }
        server.refuse();
        return ofFiles(format);
    }

    private int ofServer(Format format, String id) {
        rules.refuse();
        if (number != 0) {
            throw CliProblem.ONLY_FILES.exception("--form");
        }
        if (draft) {
            throw CliProblem.ONLY_FILES.exception("--draft");
        }
        if (format == Format.CSV) {
            throw CliProblem.ONLY_FILES.exception(Format.CSV.ending());
        }
        Address address = Address.api("forms", id, "export")
                .with("format", format.ending().substring(1))
                .with("lang", terminal.locale().getLanguage());
        return server.ask(opened -> Download.fetch(terminal, json, opened, address, format.type, out, force));
    }

    private int ofFiles(Format format) {
        RuleSet scoring = rules.get();
        ReadForms read = ReadForms.read(files, scoring);
        Reports.tell(terminal, read);
        List<FormFile.Entry> entries = read.entries(number);
        if (entries.isEmpty()) {
            return Exit.BAD_INPUT.code();
        }
        if (format == Format.JSON && entries.size() > 1) {
            throw CliProblem.ONE_FORM_ONLY.exception(entries.size());
        }
        List<PrintedForm> forms = entries.stream()
                .map(entry -> Rendering.of(ScoredForm.of(entry.form(), scoring)))
                .toList();
        List<Problem> unprinted = OutFile.write(out, force, stream -> write(format, entries, forms, stream));
        unprinted.forEach(terminal::tell);
        if (json) {
            terminal.json(JsonObject.builder()
                    .put("forms", forms.size())
                    .put("file", out.toString())
                    .put("problems", Reports.json(read.problems()))
                    .put("unprinted", Reports.json(unprinted))
                    .build());
        } else {
            terminal.say(
                    "已写入 " + out + "（" + terminal.forms(forms.size()) + "）",
                    "Wrote " + terminal.forms(forms.size()) + " to " + out);
        }
        return Reports.exit(read, !unprinted.isEmpty());
    }

    private List<Problem> write(
            Format format, List<FormFile.Entry> entries, List<PrintedForm> forms, OutputStream stream)
            throws IOException {
        List<Printout> printouts = forms.stream()
                .map(form -> new Printout(form, draft, List.of(), terminal.locale()))
                .toList();
        switch (format) {
            case XLSX -> XlsxWriter.write(printouts, stream);
            case DOCX -> DocxWriter.write(printouts, stream);
            case PDF -> {
                return PdfWriter.write(printouts, stream);
            }
            case CSV -> CsvWriter.write(forms, stream);
            case JSON ->
                stream.write((FormJson.write(entries.getFirst().form()) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return List.of();
    }
}
