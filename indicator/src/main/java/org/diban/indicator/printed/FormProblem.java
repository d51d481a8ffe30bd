package org.diban.indicator.printed;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can be wrong with a form that is read: 10xx the file, 11xx its layout, 12xx a cell, 13xx the form as a whole. */
public enum FormProblem implements ProblemCode {
    /** Arguments: the limit in MB. */
    TOO_LARGE(
            1001,
            "文件超过 {0} MB，未读取。请拆分文件后重新导入",
            "The file is larger than {0} MB and was not read. Split it and import the parts"),
    NOT_TEXT(
            1002,
            "文件不是文本文件（可能是表格、压缩包或 UTF-16 文件）。请另存为 UTF-8 或 GB18030 文本，或按其本来的格式导入",
            "The file is not text; it may be a spreadsheet, an archive or UTF-16. Save it as UTF-8 or GB18030 text, or import it as what it is"),
    BAD_ENCODING(
            1003,
            "文件既不是有效的 UTF-8 也不是有效的 GB18030（UTF-8 从第 {0} 行起出错）。请用 UTF-8 重新保存",
            "The file is neither valid UTF-8 (broken from line {0}) nor valid GB18030. Save it again as UTF-8"),
    /** Arguments: the limit in characters. */
    LINE_TOO_LONG(
            1004,
            "这一行超过 {0} 个字符，未读取。请检查文件是否损坏",
            "The line has more than {0} characters and was not read. Check whether the file is damaged"),
    NO_FORM(
            1005,
            "文件中没有找到自评表（缺少“项目名称”行）。请检查是否选错文件或编码",
            "No self-evaluation form was found: there is no row 项目名称. Check that this is the right file in the right encoding"),
    /** Arguments: the limit. */
    TOO_MANY_FORMS(1006, "文件中的自评表超过 {0} 张，未读取。请拆分文件", "The file holds more than {0} forms and was not read. Split it"),

    /** Arguments: the label. */
    MISSING_PART(
            1101,
            "这张表缺少“{0}”。文件可能被截断；请补全后重新导入",
            "The form has no \"{0}\". The file may be cut off; complete the form and import it again"),
    /** Arguments: the first cell. */
    STRAY_ROW(
            1102,
            "无法确定这一行属于表的哪一部分（“{0}”）。请删除或改正这一行",
            "It cannot be told which part of the form this row belongs to (\"{0}\"). Remove or correct it"),
    /** Arguments: the expected cells. */
    UNCLEAR_ROW(
            1103,
            "无法确定这一行各单元格的含义，应依次为：{0}。请补全空缺的单元格或对齐列",
            "It cannot be told which cell of this row is which; expected: {0}. Fill the missing cell or align the columns"),
    /** Arguments: the label. */
    PART_TWICE(1104, "同一张表中“{0}”出现了两次。请删除多余的一行", "The form has \"{0}\" twice. Remove one of them"),
    NO_INDICATOR(
            1105, "指标表中没有任何指标。请补全指标后重新导入", "The table of indicators is empty. Complete it and import the form again"),
    /** Arguments: the label as printed. */
    NOT_WAN_YUAN(1106, "资金单位应为万元，实际为“{0}”。请换算为万元", "Amounts must be in 万元, not \"{0}\". Convert them"),

    /** Arguments: the cell. */
    NOT_A_NUMBER(1201, "“{0}”不是数字。请填写数字，例如 95.00", "\"{0}\" is not a number. Enter a number such as 95.00"),
    /** Arguments: the cell, the number of decimals. */
    TOO_MANY_DECIMALS(1202, "“{0}”最多只能有 {1} 位小数", "\"{0}\" may have at most {1} decimals"),
    EMPTY(1203, "这个单元格不能为空", "This cell must not be empty"),
    /** Arguments: the cell. */
    BAD_YEAR(1204, "“{0}”不是年度，应写作“(2024年度)”", "\"{0}\" is not a year; write it as (2024年度)"),
    /** Arguments: the cell. */
    BAD_TARGET(
            1205,
            "看不懂指标值“{0}”。定量指标写作“≥95.00(%)”，定性指标写文字",
            "The target \"{0}\" cannot be read. Write a number as ≥95.00(%) and a quality in words"),
    /** Arguments: the cell. */
    BAD_ACTUAL(
            1206,
            "看不懂实际完成值“{0}”。定量指标写作“98.00(%)”，定性指标写“达成指标”“部分达成指标并具有一定效果”或“未达成指标且效果较差”",
            "The actual value \"{0}\" cannot be read. Write a number as 98.00(%), or one of 达成指标, 部分达成指标并具有一定效果, 未达成指标且效果较差"),
    /** Arguments: the actual value, the target. */
    NOT_COMPARABLE(
            1207,
            "实际完成值“{0}”与指标值“{1}”的类型或单位不同，无法比较",
            "The actual value \"{0}\" and the target \"{1}\" differ in kind or unit and cannot be compared"),
    /** Arguments: the cell. */
    PERCENTAGE(
            1208,
            "百分比“{0}”不在 0 到 100 之间。请核对数字和单位",
            "The percentage \"{0}\" is not within 0 to 100. Check the number and its unit"),
    /** Arguments: the cell. */
    NO_WEIGHT(1209, "分值“{0}”必须大于 0", "The weight \"{0}\" must be above 0"),

    /** Arguments: the project, the year, the place of the first. */
    DUPLICATE(
            1301,
            "“{0}”{1} 年度的自评表在本次导入中已出现过（{2}）。请删除其中一张",
            "The {1} form of \"{0}\" already occurs in this import ({2}). Remove one of them"),
    /** Arguments: the sum. */
    WEIGHTS(
            1302,
            "预算执行率与各指标分值合计为 {0}，应为 100.00。请核对分值",
            "The weights of execution and indicators add up to {0} instead of 100.00. Check them"),
    /** Arguments: the printed total, the sum. */
    TOTAL(
            1303,
            "表上总分为“{0}”，各行合计为 {1}。请核对分值和得分",
            "The printed total is \"{0}\" but the rows add up to {1}. Check weights and scores"),
    /** Arguments: the printed grade, the grade of the total. */
    GRADE(1304, "表上等级为“{0}”，按总分应为“{1}”", "The printed grade is \"{0}\"; the total earns \"{1}\""),
    /** Arguments: the printed figure, the computed one. */
    EXECUTION(
            1305,
            "表上数字为“{0}”，按预算数和执行数计算为“{1}”。请核对资金数字",
            "The printed figure is \"{0}\"; budget and payments give \"{1}\". Check the amounts"),
    /** Arguments: the column, the total, the sum. */
    FUNDS(
            1306,
            "“{0}”三项之和为 {2}，与年度资金总额 {1} 不符。请核对资金数字",
            "The three sources of \"{0}\" add up to {2}, not to the total of {1}. Check the amounts");

    private final int number;
    private final Text message;

    FormProblem(int number, String zh, String en) {
        this.number = number;
        this.message = new Text(zh, en);
    }

    @Override
    public String code() {
        return "FORM-" + number;
    }

    @Override
    public ProblemKind kind() {
        return this == TOO_LARGE || this == TOO_MANY_FORMS ? ProblemKind.RESOURCE : ProblemKind.DATA;
    }

    @Override
    public Text message() {
        return message;
    }
}
