package org.diban.app.performance.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.diban.app.performance.PerformanceProblem;
import org.diban.indicator.format.json.FormJson;
import org.diban.indicator.format.layout.Printout;
import org.diban.indicator.format.pdf.PdfWriter;
import org.diban.indicator.format.sheet.XlsxWriter;
import org.diban.indicator.format.word.DocxWriter;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.printed.Rendering;
import org.diban.kernel.problem.Text;
import org.diban.kernel.time.Period;
import org.springframework.stereotype.Component;

/** Forms as files, in the official layout. Whatever is not final is marked as a draft. */
@Component
class FormPrinter {
    private static final Text SIGNED =
            new Text("定稿时间 {0}；签名密钥 {1}；存证记录 {2}", "Finalised {0}; signing key {1}; evidence record {2}");

    void print(FormState state, String format, Locale language, OutputStream out) throws IOException {
        switch (format) {
            case "xlsx" -> XlsxWriter.write(List.of(printout(state, language)), out);
            case "docx" -> DocxWriter.write(List.of(printout(state, language)), out);
            case "pdf" -> PdfWriter.write(List.of(printout(state, language)), out);
            case "json" -> out.write(FormJson.write(state.form()).canonicalBytes());
            default -> throw PerformanceProblem.NO_SUCH_FORMAT.exception(format);
        }
    }

    private static Printout printout(FormState state, Locale language) {
        boolean draft = state.status() != FormState.Status.FINAL;
        List<String> footer = List.of();
        if (!draft) {
            FormState.FinalVersion last = state.finals().getLast();
            footer = List.of(SIGNED.with(
                            last.at().atZone(Period.ZONE).toLocalDateTime().withNano(0),
                            last.signed().signature().keyId(),
                            last.fact())
                    .in(language));
        }
        return new Printout(Rendering.of(state.scored()), draft, footer, language);
    }
}
