package org.diban.indicator.format.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedFund;
import org.diban.indicator.printed.PrintedIndicator;

/**
 * The table of one form: the head (whose form, the money, the goals) and, below it, the indicators with the totals.
 *
 * <p>The two parts have the same eight columns and follow each other without a gap; they are kept apart because the first row of
 * the second is repeated on every page that it runs over. Row numbers begin at 0 in each.
 *
 * @param head the boxes of the first part, by row and column
 * @param headRows how many rows the first part has
 * @param indicators the boxes of the second part, by row and column; row 0 is its heading
 * @param indicatorRows how many rows the second part has
 */
public record FormLayout(List<Box> head, int headRows, List<Box> indicators, int indicatorRows) {
    /** How many columns the table has. */
    public static final int COLUMNS = 8;

    private static final List<Integer> MILLIMETRES = List.of(19, 31, 34, 25, 25, 14, 17, 25);

    public FormLayout {
        head = List.copyOf(head);
        indicators = List.copyOf(indicators);
    }

    /** The layout of a form. */
    public static FormLayout of(PrintedForm form) {
        return new FormLayout(
                head(form),
                form.funds().size() + 5,
                indicators(form),
                form.indicators().size() + 3);
    }

    /** The row of the first part that holds the goals, which may be longer than a page. */
    public int goalsRow() {
        return headRows - 1;
    }

    /** The width of a column on an A4 page in portrait, in millimetres; all together 190. */
    public static int millimetres(int column) {
        return MILLIMETRES.get(column);
    }

    /** The width of a box on an A4 page in portrait, in millimetres. */
    public static int millimetres(Box box) {
        int width = 0;
        for (int column = box.column(); column < box.endColumn(); column++) {
            width += millimetres(column);
        }
        return width;
    }

    private static List<Box> head(PrintedForm form) {
        Row out = new Row();
        out.label(1, "项目名称").add(7, Look.CENTRED, form.project().text()).end();
        out.label(1, "主管部门").add(3, Look.CENTRED, form.department().text());
        out.label(1, "实施单位").add(3, Look.CENTRED, form.unit().text()).end();
        out.tall(1 + form.funds().size(), "项目资金\n(万元)").label(1, "");
        for (String label : List.of("年初预算数", "全年预算数", "全年执行数", "分数", "执行率(%)", "得分")) {
            out.label(1, label);
        }
        out.end();
        for (PrintedFund fund : form.funds()) {
            out.skip(1).add(1, Look.TEXT, fund.label().text());
            out.add(1, Look.MONEY, fund.initialBudget().text());
            out.add(1, Look.MONEY, fund.annualBudget().text());
            out.add(1, Look.MONEY, fund.executed().text());
            out.add(1, Look.FIGURE, fund.weight().text());
            out.add(1, Look.FIGURE, fund.rate().text());
            out.add(1, Look.FIGURE, fund.score().text()).end();
        }
        out.tall(2, "年度\n总体\n目标").label(3, "预期目标").label(4, "实际完成情况").end();
        out.skip(1).add(3, Look.TEXT, form.expectedGoals().text());
        out.add(4, Look.TEXT, form.actualGoals().text()).end();
        return out.boxes;
    }

    private static List<Box> indicators(PrintedForm form) {
        Row out = new Row();
        for (String label : List.of("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")) {
            out.label(1, label);
        }
        out.end();
        List<PrintedIndicator> rows = form.indicators();
        BiPredicate<PrintedIndicator, PrintedIndicator> sameLevel1 =
                (a, b) -> a.level1().text().equals(b.level1().text());
        BiPredicate<PrintedIndicator, PrintedIndicator> sameLevel2 =
                sameLevel1.and((a, b) -> a.level2().text().equals(b.level2().text()));
        for (int i = 0; i < rows.size(); i++) {
            PrintedIndicator row = rows.get(i);
            out.group(rows, i, sameLevel1, r -> r.level1().text());
            out.group(rows, i, sameLevel2, r -> r.level2().text());
            out.add(1, Look.CENTRED, row.level3().text());
            out.add(1, Look.CENTRED, row.target().text());
            out.add(1, Look.FIGURE, row.actual().text());
            out.add(1, Look.FIGURE, row.weight().text());
            out.add(1, Look.FIGURE, row.score().text());
            out.add(1, Look.TEXT, row.explanation().text()).end();
        }
        out.label(5, "总分").add(1, Look.FIGURE, form.totalWeight().text());
        out.add(1, Look.FIGURE, form.totalScore().text())
                .add(1, Look.CENTRED, "")
                .end();
        out.label(2, "评分等级").add(6, Look.CENTRED, form.grade().text()).end();
        return out.boxes;
    }

    /** Puts boxes one beside the other and row below row. */
    private static final class Row {
        private final List<Box> boxes = new ArrayList<>();
        private int row;
        private int column;

        Row add(int columns, Look look, String text) {
            return box(1, columns, look, text);
        }

        Row label(int columns, String text) {
            return box(1, columns, Look.LABEL, text);
        }

        Row tall(int rows, String text) {
            return box(rows, 1, Look.LABEL, text);
        }

        /** Leaves out columns that a box of a row above covers. */
        Row skip(int columns) {
            column += columns;
            return this;
        }

        /** A box over all rows of a group at its first row, nothing at the others. */
        void group(
                List<PrintedIndicator> rows,
                int at,
                BiPredicate<PrintedIndicator, PrintedIndicator> same,
                Function<PrintedIndicator, String> text) {
            if (at > 0 && same.test(rows.get(at - 1), rows.get(at))) {
                skip(1);
                return;
            }
            int end = at + 1;
            while (end < rows.size() && same.test(rows.get(at), rows.get(end))) {
                end++;
            }
            box(end - at, 1, Look.CENTRED, text.apply(rows.get(at)));
        }

        void end() {
            if (column != COLUMNS) {
                throw new IllegalStateException("row " + row + " ends in column " + column);
            }
            row++;
            column = 0;
        }

        private Row box(int rows, int columns, Look look, String text) {
            boxes.add(new Box(row, column, rows, columns, look, text));
            column += columns;
            return this;
        }
    }
}
