package org.diban.verifier;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program: {@code java -jar diban-verifier.jar BUNDLE [--key KEY] [--witnesses N] [--lang zh|en] [--json]}. */
public final class Verifier {
    private Verifier() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(VerifyCommand.run(arguments, out, err));
    }
}
