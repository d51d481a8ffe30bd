package org.diban.indicator.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.diban.indicator.format.SampleForms;
import org.diban.indicator.format.layout.Printout;
import org.diban.kernel.problem.Problem;
import org.junit.jupiter.api.Test;

class HostileWorkbookTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final SheetLimits SMALL = new SheetLimits(200_000, 50, 4_000_000, 100, 1_000, 20, 5_000);

    private static byte[] valid() throws IOException {
        return XlsxRoundTripTest.write(List.of(Printout.of(SampleForms.small())));
    }

    private static List<String> codes(byte[] bytes) throws IOException {
        SheetForms read = new XlsxReader(SMALL).read(new ByteArrayInputStream(bytes), "forms.xlsx");
        if (read.forms().problems().stream().anyMatch(problem -> problem.code().startsWith("SHEET-1"))) {
            assertThat(read.forms().forms()).isEmpty();
        }
        return read.forms().problems().stream().map(Problem::code).distinct().toList();
    }

    /** The valid workbook with a part replaced or added. */
    private static byte[] with(String part, byte[] content) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(valid()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        parts.put(part, content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] sheet(String rows) {
        String xml = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_valid_workbook_is_within_the_limits_of_these_tests() throws IOException {
        assertThat(codes(valid())).isEmpty();
    }

    @Test
    void a_file_over_the_limit_is_refused_after_the_limit() throws IOException {
        InputStream endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                if (++read > 200_001) {
                    throw new AssertionError("read beyond the limit");
                }
                return 'P';
            }
        };
        SheetForms read = new XlsxReader(SMALL).read(endless, "forms.xlsx");
        assertThat(read.forms().problems()).extracting(Problem::code).containsExactly("SHEET-1001");
    }

    @Test
    void what_is_no_workbook_is_refused() throws IOException {
        assertThat(codes("项目名称\t示例".getBytes(StandardCharsets.UTF_8))).containsExactly("SHEET-1002");
        assertThat(codes(new byte[0])).containsExactly("SHEET-1002");
        assertThat(codes("PK\3\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("SHEET-1004");
    }

    @Test
    void an_old_or_encrypted_workbook_is_told_apart() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook old = new HSSFWorkbook()) {
            old.createSheet();
            old.write(out);
        }
        assertThat(codes(out.toByteArray())).containsExactly("SHEET-1003");
    }

    @Test
    void a_bomb_is_refused_by_what_it_unpacks_to() throws IOException {
        assertThat(codes(with("xl/media/image1.png", new byte[3_900_000]))).containsExactly("SHEET-1005");
        byte[] blanks = new byte[30_000_000];
        Arrays.fill(blanks, (byte) ' ');
        assertThat(codes(with(SHEET, blanks))).containsExactly("SHEET-1005");
        assertThat(codes(with("xl/sharedStrings.xml", blanks))).containsExactly("SHEET-1005");
    }

    @Test
    void too_many_parts_are_refused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 60; i++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + i + ".xml"));
                zip.write(sheet(""));
                zip.closeEntry();
            }
        }
        assertThat(codes(out.toByteArray())).containsExactly("SHEET-1006");
    }

    @Test
    void a_document_type_is_refused_before_anything_is_expanded() throws IOException {
        String lol = "<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
                + "<!ENTITY x SYSTEM \"file:///etc/hostname\">]><sst><si><t>&b;&x;</t></si></sst>";
        assertThat(codes(with("xl/sharedStrings.xml", lol.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("SHEET-1007");
    }

    @Test
    void cells_far_out_are_refused() throws IOException {
        for (String cell : List.of("XFD1", "ZZZZZZ1", "A99999999999", "A1048577", "1", "")) {
            byte[] rows = sheet("<row r=\"1\"><c r=\"" + cell + "\"><v>1</v></c></row>");
            assertThat(codes(with(SHEET, rows))).containsExactly("SHEET-1101");
        }
        assertThat(codes(with(SHEET, sheet("<row r=\"2000000000\"/>")))).containsExactly("SHEET-1101");
        assertThat(codes(with(SHEET, sheet("<row r=\"1\">" + "<c r=\"A1\"/>".repeat(5_001) + "</row>"))))
                .containsExactly("SHEET-1102");
    }

    @Test
    void a_shared_string_that_is_not_there_means_damage() throws IOException {
        assertThat(codes(with(SHEET, sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>999999</v></c></row>"))))
                .containsExactly("SHEET-1004");
        assertThat(codes(with(SHEET, sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>"))))
                .containsExactly("SHEET-1004");
        assertThat(codes(with(SHEET, sheet("<row r=\"1\"><c r=\"A1\"><v>12x</v></c></row>"))))
                .containsExactly("SHEET-1004");
    }

    @Test
    void a_truncated_workbook_is_refused_wherever_it_was_cut() throws IOException {
        byte[] valid = valid();
        for (int length = 8; length < valid.length; length += 97) {
            assertThat(codes(Arrays.copyOf(valid, length))).containsExactly("SHEET-1004");
        }
    }

    @Test
    void damaged_bytes_never_throw_and_never_yield_half_a_form() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
        byte[] valid = valid();
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = valid.clone();
            for (int n = random.nextInt(1, 6); n > 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            refused += codes(damaged).isEmpty() ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(200);
    }
}
