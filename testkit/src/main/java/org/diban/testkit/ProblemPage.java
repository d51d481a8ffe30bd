package org.diban.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diban.kernel.problem.ProblemCode;

/**
 * The page {@code docs/reference/errors.md}: every problem code, one section for each prefix.
 *
 * <p>No module sees the codes of all others, so a test of each end of the dependencies holds the sections of the codes that it sees and leaves
 * the others as they are. With {@code -Ddiban.update=true} it writes its sections instead.
 */
public final class ProblemPage {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,5}-\\d{4}");
    private static final Pattern SECTION =
            Pattern.compile("^## ([A-Z]{2,5})\n.*?(?=^## )", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String HEAD = """
            # Problem codes

            Every problem that Diban reports has a code that stays the same: `{0}` … stand for what it is about. The kind says who has to act:

            - `USER`: the person who asked; the request is wrong.
            - `DATA`: the owner of the data; a file, a row or a stored value is wrong.
            - `CONFLICT`: the person who asked; somebody else was faster, look again.
            - `DENIED`: the person may not do this, or has not proved who they are.
            - `EXTERNAL`: a system that Diban relies on does not answer as it should.
            - `RESOURCE`: memory, disk, time or a quota is used up.
            - `INTERNAL`: the fault is in Diban itself; report it.

            This page is written from the enums that implement `org.diban.kernel.problem.ProblemCode` by

                mvn -pl app,cli -am test -Dtest='ProblemPageTest' -Dsurefire.failIfNoSpecifiedTests=false -Ddiban.update=true

            and a test fails when it is stale.

            """;
    private static final String RETIRED = """
            ## Retired codes

            None. A code that is no longer reported is moved here and never used again.
            """;

    private final List<ProblemCode> codes;

    private ProblemPage(List<ProblemCode> codes) {
        this.codes = codes;
    }

    /**
     * The codes of all enums below a package, apart from those of tests.
     *
     * @param atLeast how many enums there must be, so that a moved package does not silence the test
     */
    public static ProblemPage of(String packageName, int atLeast) {
        List<JavaClass> enums = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(packageName).stream()
                        .filter(c -> c.isAssignableTo(ProblemCode.class) && !c.isInterface())
                        .filter(c -> !c.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .toList();
        assertThat(enums).as("problem codes below " + packageName).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(enums).as("only enums implement ProblemCode").allMatch(JavaClass::isEnum);
        return new ProblemPage(enums.stream()
                .flatMap(c -> Arrays.stream(c.reflect().getEnumConstants()))
                .map(ProblemCode.class::cast)
                .sorted(Comparator.comparing(ProblemCode::code))
                .toList());
    }

    /** Each code is of the form {@code FORM-1004} and used once, and each message says something in both languages. */
    public ProblemPage hasSoundCodes() {
        assertThat(codes).allSatisfy(c -> assertThat(c.code()).matches(CODE));
        assertThat(codes).extracting(ProblemCode::code).doesNotHaveDuplicates();
        assertThat(codes).allSatisfy(c -> {
            assertThat(c.message().zh()).as(c.code()).isNotBlank();
            assertThat(c.message().en()).as(c.code()).isNotBlank();
        });
        return this;
    }

    /**
     * The page has a section for each prefix of these codes and of the others, and these sections say what the enums say.
     *
     * @param others the prefixes that another test holds to their enums
     */
    public void isCurrent(Set<String> others) throws IOException {
        SortedMap<String, String> sections = own();
        assertThat(sections.keySet()).doesNotContainAnyElementsOf(others);
        Path page = root().resolve("docs/reference/errors.md");
        boolean update = Boolean.getBoolean("diban.update");
        if (!update || Files.exists(page)) {
            sectionsOf(Files.readString(page)).entrySet().stream()
                    .filter(section -> others.contains(section.getKey()))
                    .forEach(section -> sections.put(section.getKey(), section.getValue()));
        }
        String expected = HEAD + String.join("", sections.values()) + RETIRED;
        if (update) {
            Files.writeString(page, expected);
            return;
        }
        assertThat(sections.keySet()).as("sections of the page").containsAll(others);
        assertThat(Files.readString(page))
                .as("stale; write it again with the command at its head")
                .isEqualTo(expected);
    }

    /** As {@link #isCurrent}, whatever other sections the page has. */
    public void isOnPage() throws IOException {
        Path page = root().resolve("docs/reference/errors.md");
        SortedMap<String, String> found = sectionsOf(Files.readString(page));
        if (Boolean.getBoolean("diban.update")) {
            found.putAll(own());
            Files.writeString(page, HEAD + String.join("", found.values()) + RETIRED);
        }
        assertThat(found)
                .as("stale; write it again with the command at its head")
                .containsAllEntriesOf(own());
    }

    private SortedMap<String, String> own() {
        return codes.stream()
                .collect(Collectors.groupingBy(
                        ProblemPage::prefix,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), ProblemPage::section)));
    }

    private static String prefix(ProblemCode code) {
        return code.code().substring(0, code.code().indexOf('-'));
    }

    private static String section(List<ProblemCode> codes) {
        Set<String> packages = codes.stream()
                .map(c -> "`" + c.getClass().getPackageName() + "`")
                .collect(Collectors.toCollection(TreeSet::new));
        return codes.stream()
                .map(c -> "| %s | `%s` | %s | %s |\n"
                        .formatted(
                                c.code(),
                                c.kind(),
                                cell(c.message().zh()),
                                cell(c.message().en())))
                .collect(Collectors.joining(
                        "",
                        "## %s\n\n%s\n\n| code | kind | 中文 | English |\n|---|---|---|---|\n"
                                .formatted(prefix(codes.getFirst()), String.join(", ", packages)),
                        "\n"));
    }

    private static String cell(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("\n", " ");
    }

    private static SortedMap<String, String> sectionsOf(String page) {
        Matcher section = SECTION.matcher(page);
        SortedMap<String, String> sections = new TreeMap<>();
        while (section.find()) {
            sections.put(section.group(1), section.group());
        }
        return sections;
    }

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("docs/reference"))) {
                return at;
            }
        }
        throw new AssertionError("the root of the project is not above the working directory");
    }
}
