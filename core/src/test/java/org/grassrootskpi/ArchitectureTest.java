package org.grassrootskpi;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.grassrootskpi.json.GrassrootsKpiModule;

/** The flow of the house: a package imports only what stands before it in this list. */
@AnalyzeClasses(packages = "org.grassrootskpi", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> GROUND_FLOOR_FIRST = List.of(
            "text",
            "files",
            "quantity",
            "exact",
            "time",
            "model",
            "assess",
            "columns",
            "table",
            "query",
            "publish",
            "rollup",
            "slots",
            "evaluate",
            "plan",
            "engine",
            "totals",
            "score",
            "progress",
            "json",
            "csv");

    @ArchTest
    static void packagesImportOnlyWhatStandsBeforeThem(JavaClasses classes) {
        for (int i = 0; i < GROUND_FLOOR_FIRST.size(); i++) {
            List<String> above = GROUND_FLOOR_FIRST.subList(i + 1, GROUND_FLOOR_FIRST.size());
            if (above.isEmpty()) {
                continue;
            }
            ArchRuleDefinition.noClasses()
                    .that()
                    .resideInAPackage("org.grassrootskpi." + GROUND_FLOOR_FIRST.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above.stream()
                            .map(name -> "org.grassrootskpi." + name + "..")
                            .toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static void packagesHaveNoCycles(JavaClasses classes) {
        slices().matching("org.grassrootskpi.(*)..").should().beFreeOfCycles().check(classes);
    }

    /** Who writes JSON otherwise, or needs none, meets no Jackson. */
    @ArchTest
    static void jacksonIsKnownToTheJsonPackageAlone(JavaClasses classes) {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("org.grassrootskpi.json")
                .and()
                .doNotHaveFullyQualifiedName("org.grassrootskpi.query.ResultJson")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "tools.jackson..")
                .check(classes);
    }

    @ArchTest
    static void noPublicSignatureNamesJacksonButThatOfTheModule(JavaClasses classes) {
        ArchRuleDefinition.noMembers()
                .that(DescribedPredicate.describe(
                        "are seen by users",
                        member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                                && member.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                                && !member.getOwner().isAssignableTo(GrassrootsKpiModule.class)))
                .should(ArchConditions.have(DescribedPredicate.<JavaMember>describe(
                                "a type of Jackson",
                                member -> member.getAllInvolvedRawTypes().stream()
                                        .anyMatch(type -> type.getPackageName().startsWith("com.fasterxml"))))
                        .as("name a type of Jackson"))
                .check(classes);
    }

    @ArchTest
    static void everyPackageHasItsPlaceInTheList(JavaClasses classes) {
        Set<String> packages = new TreeSet<>();
        classes.forEach(
                type -> packages.add(type.getPackageName().replaceFirst("org\\.grassrootskpi\\.([a-z]+).*", "$1")));

        assertThat(packages).isSubsetOf(GROUND_FLOOR_FIRST);
    }

    @ArchTest
    static void nothingIsSerializedOrAsksTheDefaultClock(JavaClasses classes) {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.or(
                        JavaClass.Predicates.type(java.io.ObjectOutputStream.class),
                        JavaClass.Predicates.type(java.io.ObjectInputStream.class),
                        JavaClass.Predicates.type(java.time.Clock.class),
                        JavaClass.Predicates.type(java.time.ZoneId.class)))
                .check(classes);
    }
}
