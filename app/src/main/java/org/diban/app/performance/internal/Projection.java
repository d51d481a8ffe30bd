package org.diban.app.performance.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.diban.app.performance.Coverage;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.ledger.Figure;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.review.FormData;
import org.diban.indicator.review.Submission;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;

/** What is derived from a form's facts and stored beside them. */
final class Projection {
    private Projection() {}

    /** The form and its rule set as an opening fact would state them. */
    static String document(FormState state) {
        return new FormChange.Opened(state.form(), null, state.rules()).json().canonical();
    }

    private static Form form(String document) {
        FormChange opened = FormChange.of("form.opened", JsonReader.readObject(document));
        return ((FormChange.Opened) opened).form();
    }

    /** What the review needs to know of what lies behind the figures. */
    static String evidence(FormState state) {
        JsonObject.Builder indicators = JsonObject.builder();
        for (Indicator indicator : state.form().indicators()) {
            state.figure(indicator.id())
                    .map(Projection::lastEvidence)
                    .ifPresent(at -> indicators.put(indicator.id(), at.toString()));
        }
        JsonObject.Builder out = JsonObject.builder().put("indicators", indicators.build());
        if (state.status() == FormState.Status.FINAL) {
            out.put("submitted", state.finals().getLast().at().toString());
        }
        return out.build().canonical();
    }

    private static @Nullable Instant lastEvidence(Figure figure) {
        return figure.files().stream()
                .map(EvidenceFile::dated)
                .filter(Objects::nonNull)
                .max(java.util.Comparator.naturalOrder())
                .map(date -> date.atStartOfDay(Period.ZONE).toInstant())
                .orElse(null);
    }

    /** The form as the review takes it. */
    static Submission submission(String id, String document, String evidence) {
        JsonObject json = JsonReader.readObject(evidence);
        String submitted = json.stringOrNull("submitted");
        JsonObject dates = json.object("indicators");
        Map<String, FormData.IndicatorData> indicators = new TreeMap<>();
        for (String indicator : dates.members().keySet()) {
            indicators.put(
                    indicator, new FormData.IndicatorData(Instant.parse(dates.string(indicator)), null, null, null));
        }
        FormData data = new FormData(null, submitted == null ? null : Instant.parse(submitted), indicators);
        return new Submission(id, form(document), null, data);
    }

    static Coverage coverage(Form form) {
        int measured = 0;
        int entered = 0;
        for (Indicator indicator : form.indicators()) {
            Actual actual = indicator.actual();
            Actual.Origin origin = actual == null ? Actual.Origin.TRANSCRIBED : actual.origin();
            measured += origin == Actual.Origin.MEASURED ? 1 : 0;
            entered += origin == Actual.Origin.ENTERED ? 1 : 0;
        }
        return new Coverage(measured, entered, form.indicators().size() - measured - entered);
    }

    static int unexplained(Form form) {
        return (int) form.indicators().stream()
                .filter(i -> i.deductions().stream().anyMatch(d -> !d.explained()))
                .count();
    }
}
