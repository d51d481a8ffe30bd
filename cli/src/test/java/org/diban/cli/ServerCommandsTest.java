package org.diban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.diban.kernel.json.JsonReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCommandsTest {
    private static final String JSON = "application/json";
    private static final String FORM = "frm_" + "0".repeat(26);
    private static final String ORGANISATION = "org_" + "0".repeat(26);
    private static final String IMPORT =
            "/api/v1/forms/import?organisation=" + ORGANISATION + "&name=two.txt&replace=false";
    private static final String DENIED =
            "{\"code\":\"SHELL-1002\",\"kind\":\"DENIED\",\"message\":{\"zh\":\"没有权限\",\"en\":\"You may not do this\"}}";

    @TempDir
    Path folder = Path.of("");

    private RecordedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RecordedServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String summary(String id, String project) {
        return "{\"id\":\"" + id + "\",\"project\":\"" + project
                + "\",\"year\":2024,\"score\":\"98.86\",\"grade\":\"优\",\"rate\":\"99.40\",\"state\":\"DRAFT\","
                + "\"findings\":{\"errors\":1,\"warnings\":2,\"notes\":0}}";
    }

    private static String page(long total, String... items) {
        return "{\"year\":2024,\"page\":1,\"size\":200,\"total\":" + total + ",\"items\":[" + String.join(",", items)
                + "]}";
    }

    @Test
    void forms_are_listed_page_by_page_with_the_token_in_a_header_and_in_no_address() {
        server.on("/api/v1/forms?size=200", 200, JSON, page(2, summary(FORM, "甲")))
                .on("/api/v1/forms?size=200&page=2", 200, JSON, page(2, summary(FORM, "乙")));
        Session session = server.run("form", "list");
        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        assertThat(session.out()).contains("甲").contains("乙").contains("98.86").contains("draft");
        assertThat(session.lastLine()).isEqualTo("2024: 2 forms");
        assertThat(server.asked()).hasSize(2).allSatisfy(one -> {
            assertThat(one.authorization()).isEqualTo("Bearer " + RecordedServer.TOKEN);
            assertThat(one.address()).doesNotContain(RecordedServer.TOKEN);
        });
    }

    @Test
    void filters_go_to_the_server_and_nothing_that_it_would_ignore() {
        server.on(
                "/api/v1/forms?year=2023&q=%E5%B9%B3%20%26&organisation=" + ORGANISATION
                        + "&grade=%E4%BC%98&state=FINAL&size=200",
                200,
                JSON,
                page(0));
        Session session = server.run(
                "form",
                "list",
                "--year",
                "2023",
                "--text",
                "平 &",
                "--organisation",
                ORGANISATION,
                "--grade",
                "优",
                "--state",
                "final");
        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        for (List<String> wrong : List.of(List.of("--year", "23"), List.of("--state", "lost"))) {
            Session refused = server.run("form", "list", wrong.get(0), wrong.get(1));
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err()).contains("CLI-1003");
        }
    }

    @Test
    void json_is_what_the_server_sent() {
        String answer =
                "{\"items\":[{\"rule\":\"V01\",\"severity\":\"ERROR\",\"project\":\"甲\",\"field\":\"f\",\"zh\":\"错\","
                        + "\"en\":\"wrong\"}]}";
        server.on("/api/v1/forms/" + FORM + "/findings", 200, JSON + ";charset=UTF-8", answer);
        Session json = server.run("form", "review", FORM, "--json");
        assertThat(json.status()).isEqualTo(1);
        assertThat(JsonReader.readObject(json.out().strip())).isEqualTo(JsonReader.readObject(answer));
        Session text = server.run("review", FORM);
        assertThat(text.out()).contains("V01 Error  甲 / f  wrong").contains("1 form, 1 findings");
    }

    @Test
    void problems_of_the_server_are_told_like_others_and_decide_how_the_command_ends() {
        String address = "/api/v1/forms/" + FORM;
        server.problem(address, 403, DENIED);
        Session denied = server.run("form", "show", FORM);
        assertThat(denied.status()).isEqualTo(4);
        assertThat(denied.err()).isEqualTo("You may not do this [SHELL-1002]\n");
        server.problem(address, 401, DENIED.replace("1002", "1007"));
        assertThat(server.run("form", "show", FORM).status()).isEqualTo(4);
        server.problem(address, 409, DENIED.replace("DENIED", "CONFLICT"));
        assertThat(server.run("form", "show", FORM).status()).isEqualTo(2);
        server.problem(
                address,
                422,
                DENIED.replace("DENIED", "DATA") + ","
                        + DENIED.replace(
                                "}}", "},\"location\":{\"file\":\"a.txt\",\"line\":3,\"column\":7,\"field\":\"得分\"}}"));
        Session faulty = server.run("form", "show", FORM);
        assertThat(faulty.status()).isEqualTo(3);
        assertThat(faulty.err().lines()).hasSize(2);
        assertThat(faulty.err()).contains("a.txt:3:7 (得分): You may not do this [SHELL-1002]");
    }

    @Test
    void a_file_is_sent_as_it_is_and_its_forms_are_named() throws IOException {
        Path file = Session.twoForms(folder);
        server.on(
                IMPORT,
                201,
                JSON,
                "{\"id\":\"imp_1\",\"state\":\"TAKEN\",\"forms\":[\"" + FORM
                        + "\"],\"report\":{\"differences\":0,\"entries\":[],\"details\":[]}}");
        Session session = server.run("form", "import", file, "--organisation", ORGANISATION);
        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        assertThat(session.out()).contains(FORM);
        assertThat(session.lastLine()).isEqualTo("Imported 1 form (imp_1)");
        assertThat(server.asked().getFirst().method()).isEqualTo("POST");
        assertThat(server.asked().getFirst().body()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void a_refused_file_is_told_by_line_and_column_and_ends_with_3() throws IOException {
        server.on(
                IMPORT,
                422,
                JSON,
                "{\"id\":\"imp_1\",\"state\":\"REJECTED\",\"forms\":[],\"report\":{\"differences\":0,\"entries\":[],"
                        + "\"details\":[{\"code\":\"FORM-1206\",\"kind\":\"DATA\",\"zh\":\"错\",\"en\":\"not a value\","
                        + "\"file\":\"two.txt\",\"line\":15,\"column\":5,\"field\":null}]}}");
        Session session = server.run("form", "import", Session.twoForms(folder), "--organisation", ORGANISATION);
        assertThat(session.status()).isEqualTo(3);
        assertThat(session.err()).isEqualTo("two.txt:15:5: not a value [FORM-1206]\n");
        assertThat(session.lastLine()).contains("no form of it was imported");
    }

    @Test
    void an_organisation_is_found_by_its_name() throws IOException {
        server.on(
                "/api/v1/organisations",
                200,
                JSON,
                "{\"items\":[{\"id\":\"" + ORGANISATION
                        + "\",\"name\":\"示例局\",\"nameEn\":\"Example Office\",\"code\":null}]}");
        Session unknown = server.run("form", "import", Session.twoForms(folder), "--organisation", "别处");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("CLI-1013").contains("示例局");
        server.problem(IMPORT, 403, DENIED);
        assertThat(server.run("form", "import", Session.twoForms(folder), "--organisation", "示例局")
                        .err())
                .contains("SHELL-1002");
    }

    @Test
    void a_download_is_there_when_it_is_complete_and_not_before() throws IOException {
        Path out = folder.resolve("proof.zip");
        String address = "/api/v1/forms/" + FORM + "/bundle";
        server.breaksOff(address, "application/zip", "PK half", 5000);
        Session broken = server.run("form", "bundle", FORM, "-o", out);
        assertThat(broken.status()).isEqualTo(4);
        assertThat(broken.err()).contains("CLI-1204");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        server.on(address, 200, "application/zip", "PK whole");
        assertThat(server.run("form", "bundle", FORM, "-o", out).out()).isEqualTo("Wrote 8 bytes to " + out + "\n");
        assertThat(out).hasContent("PK whole");
        assertThat(server.run("form", "bundle", FORM, "-o", out).err()).contains("CLI-1104");
    }

    @Test
    void an_export_asks_for_the_format_of_the_ending() {
        Path out = folder.resolve("form.pdf");
        server.on("/api/v1/forms/" + FORM + "/export?format=pdf&lang=en", 200, "application/pdf", "%PDF-");
        assertThat(server.run("form", "export", FORM, "-o", out).status()).isZero();
        assertThat(out).hasContent("%PDF-");
        assertThat(server.run("form", "export", FORM, "-o", folder.resolve("form.csv"))
                        .err())
                .contains("CLI-1009");
    }

    @Test
    void what_is_not_diban_is_told_apart() {
        String address = "/api/v1/forms?size=200";
        for (int status : List.of(200, 302, 502)) {
            server.on(address, status, "text/html", "<html>");
            refusedAsStrange();
        }
        server.on(address, 200, JSON, "not json");
        refusedAsStrange();
        server.on(address, 200, JSON, "{\"year\":2024}");
        refusedAsStrange();
        server.problem(address, 500, "");
        refusedAsStrange();
    }

    private void refusedAsStrange() {
        Session session = server.run("form", "list");
        assertThat(session.status()).isEqualTo(4);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).contains("CLI-1205");
    }

    @Test
    void a_server_that_is_not_there_ends_with_4() {
        String address = server.address();
        server.close();
        Session session = Session.run(Map.of("LANG", "en", "DIBAN_TOKEN", "x"), "form", "list", "--server", address);
        assertThat(session.status()).isEqualTo(4);
        assertThat(session.err()).contains("CLI-1203").contains(address);
    }

    @Test
    void the_token_comes_from_a_file_before_the_environment() throws IOException {
        server.on("/api/v1/forms?size=200", 200, JSON, page(0));
        Path first = Files.writeString(folder.resolve("first"), "one\n");
        Path second = Files.writeString(folder.resolve("second"), "two\n");
        Map<String, String> environment = Map.of(
                "DIBAN_SERVER", server.address() + "/", "DIBAN_TOKEN_FILE", second.toString(), "DIBAN_TOKEN", "three");
        Session.run(environment, "form", "list", "--token-file", first);
        Session.run(environment, "form", "list");
        Session.run(Map.of("DIBAN_SERVER", server.address(), "DIBAN_TOKEN", "three"), "form", "list");
        assertThat(server.asked())
                .extracting(RecordedServer.Asked::authorization)
                .containsExactly("Bearer one", "Bearer two", "Bearer three");
    }

    @Test
    void without_a_usable_token_or_address_nothing_is_sent() throws IOException {
        Map<String, String> english = Map.of("LANG", "en", "DIBAN_SERVER", server.address());
        assertThat(Session.run(english, "form", "list").err()).contains("CLI-1201");
        Path two = Files.writeString(folder.resolve("two"), "a\nb");
        Session twoTokens = Session.run(english, "form", "list", "--token-file", two);
        assertThat(twoTokens.status()).isEqualTo(2);
        assertThat(twoTokens.err()).contains("CLI-1202").doesNotContain("a\nb");
        assertThat(Session.run(english, "form", "list", "--token-file", folder.resolve("none"))
                        .err())
                .contains("CLI-1101");
        for (String wrong :
                List.of("ftp://127.0.0.1", "127.0.0.1:8420", "http://me:secret@127.0.0.1", "http://x/?a=b")) {
            Session session = server.run("form", "list", "--server", wrong);
            assertThat(session.status()).as(wrong).isEqualTo(2);
            assertThat(session.err()).contains("CLI-1003").doesNotContain("secret");
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void options_of_files_and_of_the_server_are_not_mixed() throws IOException {
        Path file = Session.twoForms(folder);
        assertThat(server.run("form", "list", "--rules", "standard").err()).contains("CLI-1009");
        assertThat(server.run("form", "show", FORM, "--form", "1").err()).contains("CLI-1009");
        assertThat(server.run("form", "list", file, "--year", "2024").err()).contains("CLI-1010");
        assertThat(server.run("form", "import", file, "--check", "--replace").err())
                .contains("CLI-1010");
        assertThat(server.run("form", "import", file).err()).contains("CLI-1002");
        assertThat(server.run("form", "import", file, file, "--organisation", "x")
                        .err())
                .contains("CLI-1011");
        assertThat(server.run("form", "bundle", "frm_1", "-o", folder.resolve("x"))
                        .err())
                .contains("CLI-1012");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void facts_of_a_stream_are_listed() {
        server.on(
                "/api/v1/evidence/streams/form%7Efrm_1/facts?offset=0&limit=100",
                200,
                JSON,
                "{\"total\":7,\"items\":[{\"seq\":0,\"at\":\"2024-01-01T00:00:00Z\",\"kind\":\"form.opened\",\"by\":\"per_1\"}]}");
        Session session = server.run("evidence", "facts", "form/frm_1");
        assertThat(session.err()).isEmpty();
        assertThat(session.out()).contains("form.opened");
        assertThat(session.lastLine()).isEqualTo("1 of 7");
    }
}
