package org.diban.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The rules that the classes of a module keep. Each check first asserts that classes were really imported: a rule over nothing holds and proves nothing. */
public final class Architecture {
    private final JavaClasses classes;

    private Architecture(JavaClasses classes) {
        this.classes = classes;
    }

    /**
     * The production classes below a package.
     *
     * @param packageName for example {@code org.diban.kernel}
     * @param atLeast how many classes there must be, so that a moved package does not silence the rules
     */
    public static Architecture of(String packageName, int atLeast) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packageName);
        if (classes.size() < atLeast) {
            throw new AssertionError(
                    "only " + classes.size() + " classes below " + packageName + ", expected at least " + atLeast);
        }
        return new Architecture(classes);
    }

    /** No package stands in an import cycle with another. */
    public Architecture hasNoCycles() {
        slices().matching("org.diban.(**)").should().beFreeOfCycles().check(classes);
        return this;
    }

    /** Apart from the JDK and JSpecify, the classes use only packages with these prefixes. */
    public Architecture usesOnly(List<String> packagePrefixes) {
        String[] allowed = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("java..", "javax.crypto..", "javax.xml..", "org.jspecify.."),
                        packagePrefixes.stream().map(p -> p + ".."))
                .toArray(String[]::new);
        classes().should().onlyDependOnClassesThat().resideInAnyPackage(allowed).check(classes);
        return this;
    }

    /** An engine reads no wall clock and no default time zone or locale, writes to no console and ends no process. */
    public Architecture isPure() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(java.util.Locale.class, "getDefault")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
        return this;
    }

    /** Names say what a thing is: no {@code Util}, {@code Helper}, {@code Manager} or {@code Impl}. */
    public Architecture hasTellingNames() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(classes);
        return this;
    }
}
