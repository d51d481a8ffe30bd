package org.diban.indicator.format.sheet;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can be wrong with a workbook that is read: 10xx the file, 11xx a sheet, 12xx a cell. */
public enum SheetProblem implements ProblemCode {
    /** Arguments: the limit in MB. */
    TOO_LARGE(
            1001,
            "工作簿超过 {0} MB，未读取。请拆分后重新导入",
            "The workbook is larger than {0} MB and was not read. Split it and import the parts"),
    NOT_XLSX(
            1002,
            "文件不是 XLSX 工作簿。请在表格软件中另存为 .xlsx",
            "The file is not an XLSX workbook. Save it as .xlsx in a spreadsheet program"),
    OLD_OR_ENCRYPTED(
            1003,
            "文件是旧版 .xls 或设有打开密码，未读取。请去掉密码并另存为 .xlsx",
            "The file is an old .xls or protected by a password and was not read. Remove the password and save it as .xlsx"),
    DAMAGED(
            1004,
            "工作簿已损坏或不完整，未读取。请重新下载或重新保存后再导入",
            "The workbook is damaged or incomplete and was not read. Download or save it again"),
    /** Arguments: the limit in MB. */
    UNPACKS_TOO_LARGE(
            1005,
            "工作簿解压后超过 {0} MB 或压缩比异常，未读取。请删除多余内容后另存",
            "The workbook unpacks to more than {0} MB or is packed in an unusual ratio, and was not read. Remove what is not needed and save it again"),
    /** Arguments: the limit. */
    TOO_MANY_PARTS(
            1006, "工作簿内部超过 {0} 个部件，未读取。请拆分工作簿", "The workbook has more than {0} parts and was not read. Split it"),
    /** Arguments: the part. */
    DOCUMENT_TYPE(
            1007,
            "工作簿的部件 {0} 含有文档类型声明，工作簿中不允许，未读取。请用表格软件重新保存",
            "The part {0} of the workbook has a document type declaration, which workbooks must not have; it was not read. Save it again in a spreadsheet program"),

    /** Arguments: the limits of rows and columns. */
    OUT_OF_BOUNDS(
            1101,
            "单元格超出前 {0} 行、前 {1} 列，工作簿未读取。请删除多余的行和列",
            "A cell lies beyond the first {0} rows or {1} columns; the workbook was not read. Delete the rows and columns that are not needed"),
    /** Arguments: the limit. */
    TOO_MANY_CELLS(
            1102, "工作簿的单元格超过 {0} 个，未读取。请拆分工作簿", "The workbook has more than {0} cells and was not read. Split it"),
    /** A note: the sheet is left out. */
    HIDDEN_SHEET(
            1103, "隐藏的工作表未读取。如需导入请取消隐藏", "The hidden sheet was not read. Unhide it if its forms are to be imported"),

    /** A note: the value is taken. Arguments: the formula, the value. */
    FORMULA(
            1201,
            "单元格含公式“={0}”，按保存的结果“{1}”读取。请核对，或粘贴为数值",
            "The cell has the formula \"={0}\"; its saved result \"{1}\" was taken. Check it, or paste the cell as a value"),
    /** Arguments: the formula. */
    FORMULA_WITHOUT_VALUE(
            1202,
            "单元格含公式“={0}”但没有保存结果。请在表格软件中重新计算并保存，或粘贴为数值",
            "The cell has the formula \"={0}\" without a saved result. Recalculate and save it, or paste the cell as a value"),
    /** Arguments: the error. */
    ERROR_VALUE(1203, "单元格是错误值“{0}”。请改正后重新导入", "The cell holds the error {0}. Correct it and import again"),
    /** A note: the text is taken as it stands. Arguments: the beginning of the text. */
    MARKUP(
            1204,
            "单元格含 HTML 标记（“{0}”），按原文读取。请改为纯文字",
            "The cell holds HTML (\"{0}\"), which was taken as it stands. Replace it by plain text");

    private final int number;
    private final Text message;

    SheetProblem(int number, String zh, String en) {
        this.number = number;
        this.message = new Text(zh, en);
    }

    @Override
    public String code() {
        return "SHEET-" + number;
    }

    @Override
    public ProblemKind kind() {
        return switch (this) {
            case TOO_LARGE, UNPACKS_TOO_LARGE, TOO_MANY_PARTS, OUT_OF_BOUNDS, TOO_MANY_CELLS -> ProblemKind.RESOURCE;
            default -> ProblemKind.DATA;
        };
    }

    @Override
    public Text message() {
        return message;
    }
}
