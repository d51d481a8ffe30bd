package org.diban.verifier;

import java.util.List;
import java.util.Locale;
import org.diban.evidence.bundle.BundleReport;
import org.diban.evidence.bundle.Check;
import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.checkpoint.SignatureReport;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.Text;

/** Says what a verifier found, for people or for programs. */
public final class ReportPrinter {
    private final BundleReport report;
    private final Locale locale;

    /** A printer of a report in a language. */
    public ReportPrinter(BundleReport report, Locale locale) {
        this.report = report;
        this.locale = locale;
    }

    /** Lines for people: the bundle, then figure by figure, then the verdict. */
    public String text() {
        StringBuilder out = new StringBuilder();
        report.checkpoint().ifPresent(signed -> {
            Checkpoint checkpoint = signed.checkpoint();
            line(
                    out,
                    say("日志 ", "Log ")
                            + checkpoint.origin()
                            + say("，共 ", ", ")
                            + checkpoint.size()
                            + say(" 条，哈希 ", " leaves, hash ")
                            + checkpoint.algorithm().id()
                            + say("；证据包含 ", "; the bundle holds ")
                            + report.rows()
                            + say(" 条", " rows"));
        });
        report.signatures().ifPresent(signatures -> signatures.lines().forEach(s -> signature(out, s)));
        report.checks().forEach(check -> check(out, check, say("通过", "holds "), say("不成立", "fails ")));
        if (!report.claims().isEmpty()) {
            line(out, "");
            String proved = say("已证明", "proved    ");
            String unproved = say("未证明", "not proved");
            report.claims().forEach(check -> check(out, check, proved, unproved));
        }
        line(out, "");
        line(out, verdict());
        return out.toString();
    }

    private void signature(StringBuilder out, SignatureReport.Line line) {
        VerifierKey key = line.key();
        String who = switch (line.signer()) {
            case LOG -> say("日志签名 ", "Signed by the log ");
            case WITNESS -> say("见证签名 ", "Signed by the witness ");
            case UNKNOWN -> say("未知密钥的签名（未验证） ", "Signed with an unknown key (not verified) ");
        };
        line(
                out,
                who
                        + line.name()
                        + (key == null ? "" : say("，指纹 ", ", fingerprint ") + key.fingerprint())
                        + (line.at() == null ? "" : say("，时间 ", ", at ") + line.at()));
        if (key != null && report.ownKeys()) {
            line(
                    out,
                    say(
                            "  公钥取自证据包本身：请与日志方公布的指纹核对，或用 --key 指定公钥",
                            "  The key is the bundle's own: compare its fingerprint with the published one, or give the key with --key"));
        }
    }

    private void check(StringBuilder out, Check check, String held, String failed) {
        line(
                out,
                (check.passed() ? "✓ " + held : "✗ " + failed) + "  "
                        + check.text().in(locale));
        check.failure().ifPresent(problem -> line(out, "    " + problem.in(locale)));
    }

    private String verdict() {
        long all = report.claims().size();
        long proved = report.claims().stream().filter(Check::passed).count();
        if (!report.genuine()) {
            return say(
                    "结论：未证明——证据包本身不成立，其中任何数字都不可采信",
                    "Verdict: not proved – the bundle itself does not hold, so no figure in it can be believed");
        }
        return report.proved()
                ? say("结论：全部 " + all + " 项已证明", "Verdict: proved, all " + all)
                : say(
                        "结论：" + all + " 项中 " + proved + " 项已证明，" + (all - proved) + " 项未证明",
                        "Verdict: not proved – " + proved + " of " + all + " proved, " + (all - proved) + " not");
    }

    /** One JSON object, both languages in it. */
    public String json() {
        JsonObject.Builder out = JsonObject.builder()
                .put("proved", report.proved())
                .put("genuine", report.genuine())
                .put("ownKeys", report.ownKeys())
                .put("rows", report.rows())
                .put("checks", list(report.checks()))
                .put("claims", list(report.claims()));
        report.checkpoint()
                .ifPresent(signed -> out.put("origin", signed.checkpoint().origin())
                        .put("size", signed.checkpoint().size())
                        .put("root", signed.checkpoint().root().base64())
                        .put("hash", signed.checkpoint().algorithm().id()));
        report.signatures()
                .ifPresent(signatures -> out.put("witnesses", signatures.witnesses())
                        .put(
                                "keys",
                                signatures.lines().stream()
                                        .map(ReportPrinter::signature)
                                        .toList()));
        return out.build().pretty();
    }

    private static JsonObject signature(SignatureReport.Line line) {
        VerifierKey key = line.key();
        return JsonObject.builder()
                .put("name", line.name())
                .put("signer", line.signer().name().toLowerCase(Locale.ROOT))
                .put("outcome", line.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("fingerprint", key == null ? null : key.fingerprint())
                .put("at", line.at() == null ? null : line.at().toString())
                .build();
    }

    private static List<JsonObject> list(List<Check> checks) {
        return checks.stream()
                .map(check -> {
                    Problem failure = check.failure().orElse(null);
                    return JsonObject.builder()
                            .put("id", check.id())
                            .put("passed", check.passed())
                            .put("text", both(check.text()))
                            .put("code", failure == null ? null : failure.code())
                            .put("reason", failure == null ? null : both(failure.message()))
                            .build();
                })
                .toList();
    }

    private static JsonObject both(Text text) {
        return JsonObject.builder().put("zh", text.zh()).put("en", text.en()).build();
    }

    private String say(String zh, String en) {
        return new Text(zh, en).in(locale);
    }

    private static void line(StringBuilder out, String line) {
        out.append(line).append('\n');
    }
}
