package org.diban.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class TableExportTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "张三 | 张三",
                "=1+1 | '=1+1",
                "+86 21 | '+86 21",
                "-cmd | '-cmd",
                "@SUM(A1) | '@SUM(A1)",
                "-12.50 | -12.50",
                "a,b | `\"a,b\"`",
                "say \"x\" | `\"say \"\"x\"\"\"`",
            })
    void no_cell_of_csv_runs_as_a_formula(String text, String cell) {
        assertThat(TableExport.csvCell(text)).isEqualTo(cell);
    }

    @Test
    void csv_begins_with_a_byte_order_mark_and_ends_lines_as_the_standard_says() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableExport.writeCsv(out, List.of("姓名", "账号"), Stream.of(List.of("李四", "li.si")));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF姓名,账号\r\n李四,li.si\r\n");
    }

    @Test
    void xlsx_holds_texts_and_no_formulas(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            TableExport.writeXlsx(out, List.of("a"), Stream.of(List.of("=1+1"), List.of("王五")));
        }
        Document sheet;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            sheet = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")));
        }
        assertThat(sheet.getDocumentElement().getTextContent()).isEqualTo("a=1+1王五");
        assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
    }
}
