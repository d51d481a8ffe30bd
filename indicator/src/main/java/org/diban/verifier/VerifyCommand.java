package org.diban.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diban.evidence.bundle.BundleLimits;
import org.diban.evidence.bundle.BundleReport;
import org.diban.evidence.bundle.BundleVerifier;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.indicator.proof.FormClaims;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/** The verification of a bundle as a command with arguments, output and an exit code. */
public final class VerifyCommand {
    /** Everything is proved. */
    public static final int PROVED = 0;

    /** Something is not proved. */
    public static final int NOT_PROVED = 1;

    /** The arguments are wrong or a file cannot be read. */
    public static final int NOT_RUN = 2;

    private static final Text USAGE = new Text("""
            用法：BUNDLE [--key KEY]… [--witnesses N] [--lang zh|en] [--json]
              BUNDLE       证据包文件
              --key KEY    可信公钥，或每行一个公钥的文件；不给则使用证据包自带的公钥，并请核对指纹
              --witnesses  要求的见证方签名数
              --json       以 JSON 输出
            退出码：0 全部已证明；1 有未证明项；2 参数有误或文件无法读取
            """, """
            Usage: BUNDLE [--key KEY]… [--witnesses N] [--lang zh|en] [--json]
              BUNDLE       the bundle's file
              --key KEY    a public key to trust, or a file with one on each line; without it the bundle's own
                           keys are used, and you should compare their fingerprints
              --witnesses  how many witnesses must have signed
              --json       output as JSON
            Exit code: 0 everything is proved; 1 something is not; 2 wrong arguments or an unreadable file
            """);

    private VerifyCommand() {}

    /** Verifies the bundle that the arguments name and gives the exit code. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        Locale locale = Locale.CHINESE;
        try {
            Options options = Options.parse(arguments);
            locale = options.locale();
            Trust trust = options.keys().isEmpty() ? null : new Trust(options.keys(), options.witnesses());
            BundleReport report =
                    new BundleVerifier(trust, BundleLimits.USUAL).verify(options.bundle(), new FormClaims());
            ReportPrinter printer = new ReportPrinter(report, locale);
            out.print(options.json() ? printer.json() : printer.text());
            return report.proved() ? PROVED : NOT_PROVED;
        } catch (WrongArguments e) {
            err.println(e.text.in(e.locale));
            err.print(USAGE.in(e.locale));
            return NOT_RUN;
        } catch (NoSuchFileException e) {
            err.println(new Text("找不到文件：" + e.getMessage(), "There is no file " + e.getMessage()).in(locale));
            return NOT_RUN;
        } catch (IOException e) {
            err.println(new Text("文件无法读取：" + e.getMessage(), "The file cannot be read: " + e.getMessage()).in(locale));
            return NOT_RUN;
        }
    }

    private record Options(Path bundle, List<VerifierKey> keys, int witnesses, Locale locale, boolean json) {
        static Options parse(String[] arguments) throws WrongArguments, IOException {
            Locale locale = locale(arguments);
            Path bundle = null;
            List<VerifierKey> keys = new ArrayList<>();
            int witnesses = 0;
            boolean json = false;
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--json" -> json = true;
                    case "--lang" -> value(arguments, ++i, locale);
                    case "--key" -> keys.addAll(keys(value(arguments, ++i, locale), locale));
                    case "--witnesses" -> witnesses = number(value(arguments, ++i, locale), locale);
                    default -> {
                        if (bundle != null || arguments[i].startsWith("-")) {
                            throw new WrongArguments(
                                    locale, "无法识别的参数：" + arguments[i], "Unknown argument: " + arguments[i]);
                        }
                        bundle = Path.of(arguments[i]);
                    }
                }
            }
            if (bundle == null) {
                throw new WrongArguments(locale, "请给出证据包文件", "Name the file of a bundle");
            }
            if (witnesses > 0 && keys.isEmpty()) {
                throw new WrongArguments(
                        locale, "要求见证方签名时须用 --key 给出公钥", "Asking for witnesses needs their keys with --key");
            }
            return new Options(bundle, keys, witnesses, locale, json);
        }

        private static Locale locale(String[] arguments) throws WrongArguments {
            int at = List.of(arguments).indexOf("--lang");
            String language = at < 0 || at + 1 == arguments.length ? "zh" : arguments[at + 1];
            return switch (language) {
                case "zh" -> Locale.CHINESE;
                case "en" -> Locale.ENGLISH;
                default -> throw new WrongArguments(Locale.CHINESE, "--lang 只能是 zh 或 en", "--lang is zh or en");
            };
        }

        private static String value(String[] arguments, int at, Locale locale) throws WrongArguments {
            if (at == arguments.length) {
                throw new WrongArguments(locale, arguments[at - 1] + " 之后缺少值", arguments[at - 1] + " needs a value");
            }
            return arguments[at];
        }

        private static int number(String text, Locale locale) throws WrongArguments {
            if (!text.matches("[0-9]{1,3}")) {
                throw new WrongArguments(locale, "--witnesses 须为 0 到 999 的整数", "--witnesses is a number from 0 to 999");
            }
            return Integer.parseInt(text);
        }

        private static List<VerifierKey> keys(String given, Locale locale) throws WrongArguments, IOException {
            VerifierKey single = VerifierKey.parse(given).orElse(null);
            if (single != null) {
                return List.of(single);
            }
            Path file = path(given);
            if (file == null || !Files.isRegularFile(file)) {
                throw new WrongArguments(locale, "既不是公钥，也不是文件：" + given, "Neither a public key nor a file: " + given);
            }
            List<VerifierKey> keys = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    keys.add(VerifierKey.parse(line.strip())
                            .orElseThrow(() -> new WrongArguments(
                                    locale, "文件中有一行不是公钥：" + line, "A line of the file is no public key: " + line)));
                }
            }
            return keys;
        }

        private static @Nullable Path path(String text) {
            try {
                return Path.of(text);
            } catch (java.nio.file.InvalidPathException e) {
                return null;
            }
        }
    }

    /** Arguments that do not make a command. */
    private static final class WrongArguments extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Text text;
        private final transient Locale locale;

        private WrongArguments(Locale locale, String zh, String en) {
            super(en);
            this.text = new Text(zh, en);
            this.locale = locale;
        }
    }
}
