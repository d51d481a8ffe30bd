package org.diban.indicator.format.word;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.diban.indicator.format.layout.Box;
import org.diban.indicator.format.layout.FormLayout;
import org.diban.indicator.format.layout.Look;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Draws the boxes of a layout as a table with a fixed grid. */
final class Tables {
    private static final int POINTS = 9;

    private Tables() {}

    /** Adds a table to the end of a document; with a heading its first row is repeated on every page. */
    static void write(XWPFDocument document, List<Box> boxes, int rows, boolean heading) {
        XWPFTable table = document.createTable();
        table.removeRow(0);
        setUp(table);
        for (int row = 0; row < rows; row++) {
            write(table.insertNewTableRow(row), boxes, row);
        }
        table.getRow(0).setRepeatHeader(heading);
    }

    static int twips(int millimetres) {
        return (int) Math.round(millimetres * 1440 / 25.4);
    }

    private static void setUp(XWPFTable table) {
        CTTblPr properties = table.getCTTbl().getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        int width = 0;
        for (int column = 0; column < FormLayout.COLUMNS; column++) {
            int twips = twips(FormLayout.millimetres(column));
            grid.addNewGridCol().setW(BigInteger.valueOf(twips));
            width += twips;
        }
        table.setWidth(width);
        table.setTopBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
        table.setLeftBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
        table.setRightBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
        table.setInsideVBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
        table.setCellMargins(20, 40, 20, 40);
        table.setTableAlignment(org.apache.poi.xwpf.usermodel.TableRowAlign.CENTER);
    }

    private static void write(XWPFTableRow row, List<Box> boxes, int index) {
        row.setHeight(twips(6));
        boolean mayBreak = false;
        for (int column = 0; column < FormLayout.COLUMNS; ) {
            Box box = at(boxes, index, column);
            XWPFTableCell cell = row.createCell();
            CTTcPr properties = cell.getCTTc().addNewTcPr();
            var width = properties.addNewTcW();
            width.setType(STTblWidth.DXA);
            width.setW(BigInteger.valueOf(twips(FormLayout.millimetres(box))));
            if (box.columns() > 1) {
                properties.addNewGridSpan().setVal(BigInteger.valueOf(box.columns()));
            }
            boolean begins = box.row() == index;
            if (box.rows() > 1) {
                properties.addNewVMerge().setVal(begins ? STMerge.RESTART : STMerge.CONTINUE);
            }
            cell.setVerticalAlignment(XWPFVertAlign.CENTER);
            write(cell, box, begins ? box.text() : "");
            mayBreak |= box.text().length() > 200;
            column = box.endColumn();
        }
        row.setCantSplitRow(!mayBreak);
    }

    private static void write(XWPFTableCell cell, Box box, String text) {
        String[] paragraphs = text.split("\n", -1);
        for (int i = 0; i < paragraphs.length; i++) {
            XWPFParagraph paragraph = i == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph();
            Words.write(paragraph, alignment(box.look()), paragraphs[i], POINTS, box.look() == Look.LABEL);
        }
    }

    private static ParagraphAlignment alignment(Look look) {
        return switch (look) {
            case LABEL, CENTRED, FIGURE -> ParagraphAlignment.CENTER;
            case TEXT -> ParagraphAlignment.LEFT;
            case MONEY -> ParagraphAlignment.RIGHT;
        };
    }

    private static Box at(List<Box> boxes, int row, int column) {
        for (Box box : boxes) {
            if (box.row() <= row && row < box.endRow() && box.column() <= column && column < box.endColumn()) {
                return box;
            }
        }
        throw new IllegalStateException("no box at row " + row + ", column " + column);
    }
}
