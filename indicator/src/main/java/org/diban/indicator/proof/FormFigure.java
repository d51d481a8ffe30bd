package org.diban.indicator.proof;

import java.util.List;
import java.util.Locale;
import org.diban.indicator.measure.RowRange;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonValue;
import org.diban.kernel.problem.Text;

/**
 * One printed figure of a form and what it rests on.
 *
 * @param id stable within the form, for example {@code i03.actual}, {@code fund.total.rate}, {@code total.score}
 * @param label what it is called, in both languages
 * @param printed the text in the cell
 * @param basis where it comes from
 * @param facts the sequence numbers, in the form's stream, of the facts that put it there; empty for what is computed from other figures only
 * @param rows the rows of other streams that it was computed from; only for a measured one
 */
public record FormFigure(String id, Text label, String printed, Basis basis, List<Long> facts, List<RowRange> rows) {
    public FormFigure {
        facts = List.copyOf(facts);
        rows = List.copyOf(rows);
    }

    /** Where a figure comes from. */
    public enum Basis {
        MEASURED("系统测得", "measured"),
        ENTERED("人工填报并附文件", "entered with files"),
        TRANSCRIBED("由文件转录，其后无佐证", "taken over from a document, with nothing behind it"),
        RECORDED("日志记载", "recorded"),
        COMPUTED("按规则计算", "computed by the rules");

        private final Text text;

        Basis(String zh, String en) {
            this.text = new Text(zh, en);
        }

        public Text text() {
            return text;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The figure as it stands in {@code claims/form.json}. */
    JsonObject json() {
        return JsonObject.builder()
                .put("basis", basis.word())
                .put("facts", facts.stream().map(JsonValue::of).toList())
                .put("id", id)
                .put(
                        "label",
                        JsonObject.builder()
                                .put("en", label.en())
                                .put("zh", label.zh())
                                .build())
                .put("printed", printed)
                .put(
                        "rows",
                        rows.stream()
                                .map(r -> JsonObject.builder()
                                        .put("from", r.from())
                                        .put("stream", r.stream())
                                        .put("to", r.to())
                                        .build())
                                .toList())
                .build();
    }

    /** What a verifier says it looked at: label, cell and basis. */
    Text said() {
        long count = rows.stream().mapToLong(RowRange::size).sum();
        String zh = basis == Basis.MEASURED ? "，" + count + " 条记录" : "";
        String en = basis == Basis.MEASURED ? " from " + count + " rows" : "";
        return new Text(
                label.zh() + " " + printed + "（" + basis.text().zh() + zh + "）",
                label.en() + " " + printed + " (" + basis.text().en() + en + ")");
    }
}
