package org.diban.cli.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.diban.cli.server.Address;
import org.diban.cli.server.ServerOptions;
import org.diban.cli.terminal.CliProblem;
import org.diban.cli.terminal.Columns;
import org.diban.cli.terminal.Exit;
import org.diban.cli.terminal.Terminal;
import org.diban.evidence.FactRef;
import org.diban.evidence.checkpoint.SignatureReport;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.Trust;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code diban evidence}: streams, facts, checkpoints and proofs of a server's log. */
@Command(name = "evidence", synopsisSubcommandLabel = "COMMAND")
public final class EvidenceGroup {
    private static final String LIMIT = "100";

    private final Terminal terminal;

    @Mixin
    final ServerOptions server;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    boolean json;

    private EvidenceGroup(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.server = new ServerOptions(environment);
    }

    /**
     * The group with its commands.
     *
     * @param environment names the server and the token unless the options do
     */
    public static CommandLine commandLine(Terminal terminal, Map<String, String> environment) {
        return new CommandLine(new EvidenceGroup(terminal, environment));
    }

    @Command(name = "streams")
    int streams(
            @Option(names = "--text", paramLabel = "TEXT", defaultValue = "") String text,
            @Option(names = "--offset", paramLabel = "N", defaultValue = "0") long offset,
            @Option(names = "--limit", paramLabel = "N", defaultValue = LIMIT) int limit) {
        Address address = Address.api("evidence", "streams")
                .with("q", text)
                .with("offset", offset)
                .with("limit", limit);
        return list(
                address,
                new Columns("lrrl"),
                List.of("stream", "length", "sealed", "lastAt"),
                List.of(
                        terminal.text("事实流", "Stream"),
                        terminal.text("事实", "Facts"),
                        terminal.text("已封存", "Sealed"),
                        terminal.text("最近", "Latest")));
    }

    @Command(name = "facts")
    int facts(
            @Parameters(paramLabel = "STREAM") String stream,
            @Option(names = "--kind", paramLabel = "KIND", defaultValue = "") String kind,
            @Option(names = "--offset", paramLabel = "N", defaultValue = "0") long offset,
            @Option(names = "--limit", paramLabel = "N", defaultValue = LIMIT) int limit) {
        Address address = Address.api("evidence", "streams", step(stream), "facts")
                .with("kind", kind)
                .with("offset", offset)
                .with("limit", limit);
        return list(
                address,
                new Columns("rlll"),
                List.of("seq", "at", "kind", "by"),
                List.of(
                        terminal.text("序号", "No."),
                        terminal.text("时间", "Time"),
                        terminal.text("种类", "Kind"),
                        terminal.text("记录者", "By")));
    }

    @Command(name = "fact")
    int fact(@Parameters(paramLabel = "STREAM") String stream, @Parameters(paramLabel = "SEQ") long seq) {
        return server.ask(opened -> {
            JsonObject answer = opened.get(Address.api("evidence", "streams", step(stream), "facts", seq));
            if (json) {
                terminal.json(answer);
                return Exit.OK.code();
            }
            answer.object("fact").members().forEach((name, value) -> terminal.say(name + ": " + value));
            for (JsonObject correction : answer.objects("corrections")) {
                terminal.say("已由 " + FactRef.of(correction) + " 更正", "Corrected by " + FactRef.of(correction));
            }
            for (JsonObject file : answer.objects("files")) {
                terminal.say(terminal.text("文件 ", "File ") + file.string("digest") + "  " + file.number("size") + " B  "
                        + file.string("mediaType"));
            }
            if (answer.has("sealedBy")) {
                terminal.say(
                        "第 " + answer.number("leafIndex") + " 片叶子，由大小为 " + answer.number("sealedBy") + " 的检查点封存",
                        "Leaf " + answer.number("leafIndex") + ", sealed by the checkpoint of size "
                                + answer.number("sealedBy"));
            } else {
                terminal.say("尚未封存", "Not sealed yet");
            }
            return Exit.OK.code();
        });
    }

    @Command(name = "checkpoint")
    int checkpoint(@Parameters(paramLabel = "SIZE", arity = "0..1", defaultValue = "0") long size) {
        return server.ask(opened -> {
            PublicFeed feed = new PublicFeed(opened);
            SignedCheckpoint checkpoint = feed.checkpoint(size);
            SignatureReport report = feed.trust().judge(checkpoint);
            if (json) {
                terminal.json(JsonObject.builder()
                        .put("size", checkpoint.checkpoint().size())
                        .put("root", checkpoint.checkpoint().root().base64())
                        .put("note", checkpoint.note().toString())
                        .put("signed", report.signed())
                        .put("witnesses", report.witnesses())
                        .build());
            } else {
                checkpoint.note().toString().lines().forEach(terminal::say);
                terminal.say("");
                tell(report);
            }
            return exit(report.signed());
        });
    }

    @Command(name = "inclusion")
    int inclusion(@Parameters(paramLabel = "STREAM") String stream, @Parameters(paramLabel = "SEQ") long seq) {
        return server.ask(opened -> {
            JsonObject proof = opened.get(Address.api("evidence", "streams", step(stream), "facts", seq, "inclusion"));
            SignedCheckpoint checkpoint =
                    PublicFeed.parse(proof.string("checkpoint").getBytes(StandardCharsets.UTF_8));
            Trust keys = new Trust(
                    proof.strings("keys").stream().map(PublicFeed::key).toList(), 0);
            SignatureReport report = keys.judge(checkpoint);
            boolean included = Verdict.included(new FactRef(stream, seq), proof, checkpoint);
            if (json) {
                terminal.json(proof);
            } else {
                long size = checkpoint.checkpoint().size();
                verdict(
                        included,
                        stream + "#" + seq + " 在大小为 " + size + " 的检查点中，第 " + proof.number("leafIndex") + " 片叶子",
                        stream + "#" + seq + " is leaf " + proof.number("leafIndex") + " of the checkpoint of size "
                                + size);
                tell(report);
            }
            return exit(included && report.signed());
        });
    }

    @Command(name = "consistency")
    int consistency(@Parameters(paramLabel = "FROM") long from, @Parameters(paramLabel = "TO") long to) {
        if (from < 1) {
            throw CliProblem.BAD_VALUE.exception(from, "FROM");
        }
        if (to < from) {
            throw CliProblem.BAD_VALUE.exception(to, "TO");
        }
        return server.ask(opened -> {
            PublicFeed feed = new PublicFeed(opened);
            JsonObject proof = feed.growth(from, to);
            SignedCheckpoint earlier = feed.checkpoint(from);
            SignedCheckpoint later = feed.checkpoint(to);
            Trust keys = feed.trust();
            boolean signed = keys.judge(earlier).signed() && keys.judge(later).signed();
            boolean grown = Verdict.grown(earlier, later, proof);
            if (json) {
                terminal.json(proof);
            } else {
                verdict(
                        grown,
                        "大小为 " + from + " 的日志是大小为 " + to + " 的日志的开头",
                        "The log of size " + from + " is the beginning of that of size " + to);
                verdict(signed, "两个检查点都有日志的签名", "Both checkpoints are signed by the log");
            }
            return exit(grown && signed);
        });
    }

    @Command(name = "keys")
    int keys() {
        return server.ask(opened -> {
            JsonObject answer = new PublicFeed(opened).keys();
            if (json) {
                terminal.json(answer);
                return Exit.OK.code();
            }
            terminal.say(terminal.bold(answer.string("origin")) + "  " + answer.string("hash"));
            for (JsonObject key : answer.objects("keys")) {
                String retired = key.stringOrNull("retired");
                terminal.say(key.string("key"));
                terminal.say("  " + key.string("role") + "  " + key.string("fingerprint")
                        + (retired == null ? "" : terminal.text("  已停用 ", "  retired ") + retired));
            }
            return Exit.OK.code();
        });
    }

    private int list(Address address, Columns table, List<String> members, List<String> heads) {
        return server.ask(opened -> {
            JsonObject answer = opened.get(address);
            if (json) {
                terminal.json(answer);
                return Exit.OK.code();
            }
            List<JsonObject> items = answer.objects("items");
            table.row(heads.toArray(String[]::new));
            for (JsonObject item : items) {
                table.row(members.stream().map(member -> shown(item, member)).toArray(String[]::new));
            }
            table.lines().forEach(terminal::say);
            long total = answer.number("total");
            terminal.say("显示 " + items.size() + " / 共 " + total, items.size() + " of " + total);
            return Exit.OK.code();
        });
    }

    private void tell(SignatureReport report) {
        for (SignatureReport.Line line : report.lines()) {
            String signer = switch (line.signer()) {
                case LOG -> terminal.text("日志", "log");
                case WITNESS -> terminal.text("见证方", "witness");
                case UNKNOWN -> terminal.text("未知签名方", "unknown signer");
            };
            String outcome = switch (line.outcome()) {
                case VALID -> terminal.text("签名有效", "the signature holds");
                case INVALID -> terminal.red(terminal.text("签名无效", "the signature does not hold"));
                case NOT_VERIFIED -> terminal.text("未验证", "not verified");
            };
            terminal.say(line.name() + "  " + signer + "  " + outcome);
        }
        if (!report.signed()) {
            terminal.say(terminal.red(terminal.text("没有日志的有效签名", "No signature of the log holds")));
        }
    }

    private void verdict(boolean proved, String zh, String en) {
        terminal.say(
                proved
                        ? terminal.text("已证明：" + zh, "Proved: " + en)
                        : terminal.red(terminal.text("未能证明：" + zh, "Not proved: " + en)));
    }

    private static int exit(boolean proved) {
        return (proved ? Exit.OK : Exit.FINDINGS).code();
    }

    private static String shown(JsonObject item, String member) {
        return switch (item.get(member)) {
            case JsonValue.JsonString(String text) -> text;
            case JsonValue.JsonNumber(long number) -> Long.toString(number);
            case null, default -> "";
        };
    }

    /** The name of a stream as one step of a path. */
    private static String step(String stream) {
        return stream.replace('/', '~');
    }
}
