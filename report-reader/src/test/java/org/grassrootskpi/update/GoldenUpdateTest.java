package org.grassrootskpi.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.update.UpdateEntry.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An invented report of Pinghu's next year, against what a person finds in it. */
class GoldenUpdateTest {
    private static final ExpectedUpdate GOLDEN = ExpectedUpdate.of("report-2025");

    @ParameterizedTest
    @ValueSource(strings = {"report-2025", "report-2025-town", "report-2025-brief"})
    void printsPrecisionAndRecallAsTheyComeOut(String name) {
        List<String> lines = ExpectedUpdate.of(name).score();

        System.out.println("=== " + name);
        lines.forEach(System.out::println);
        assertThat(lines).hasSizeGreaterThan(Kind.values().length);
    }

    @Test
    void theDocumentIsReadFromTheText() {
        assertThat(GOLDEN.update.document().id()).isEqualTo("report-2025");
        assertThat(GOLDEN.update.document().title().zh()).isEqualTo("平湖街道2025年工作总结和2026年工作计划");
        assertThat(GOLDEN.update.document().title().en())
                .isEqualTo("Pinghu Subdistrict: summary of work in 2025 and plan of work for 2026");
        assertThat(GOLDEN.update.document().publisher())
                .isEqualTo(ExpectedUpdate.PINGHU.documents().get(0).publisher());
        assertThat(GOLDEN.update.document().period()).isEqualTo(TimePeriod.ofYear(2025));
        assertThat(GOLDEN.update.document().plannedPeriod()).contains(TimePeriod.ofYear(2026));
    }

    @Test
    void figuresAreBoundToTheIndicatorsThatTheyAreOf() {
        // 道路修缮…已完成6个 is the one that no indicator is found for: its subject is only 项目.
        Set<String> expected = new LinkedHashSet<>(GOLDEN.expected("observation"));
        expected.remove("observation city.works.road-works-completed 6个");

        assertThat(GOLDEN.found(Kind.OBSERVATION, ExpectedUpdate::isSure)).isEqualTo(expected);
    }

    @Test
    void aTotalAndAnotherCohortAreAskedFor() {
        assertThat(GOLDEN.entry("observation:party-building.organisation.nuanxin-restaurants:440307003:2025")
                        .flatMap(UpdateEntry::question)
                        .map(of -> of.en()))
                .contains("a total by then, and the indicator is of what happened in the period: 累计");
        assertThat(GOLDEN.entry("observation:city.works.gas-batch-3-ignition-rate:440307003:2025")
                        .flatMap(UpdateEntry::question))
                .isPresent();
    }

    @Test
    void projectsHaveTheirStagesAndMonths() {
        assertThat(GOLDEN.found(Kind.MILESTONE, entry -> true)).isEqualTo(GOLDEN.expected("milestone"));
    }

    @Test
    void commitmentsHaveWhatBecameOfThem() {
        assertThat(GOLDEN.found(Kind.OUTCOME, entry -> true)).isEqualTo(GOLDEN.expected("outcome"));
    }

    @Test
    void theNewPlanContinuesTheOldOne() {
        assertThat(new TreeSet<>(GOLDEN.found(Kind.TARGET, entry -> true)))
                .isEqualTo(new TreeSet<>(GOLDEN.expected("target")));
    }

    @Test
    void thePlantedErrorsAreFound() {
        assertThat(elements(UpdateNote.Kind.CONTRADICTION))
                .containsExactlyInAnyOrderElementsOf(GOLDEN.expected("contradiction").stream()
                        .map(line -> line.split(" ", -1)[1])
                        .toList());
        assertThat(elements(UpdateNote.Kind.RESTART))
                .containsExactlyInAnyOrderElementsOf(GOLDEN.expected("restart").stream()
                        .map(line -> line.split(" ", -1)[1])
                        .toList());
    }

    @Test
    void whatIsNotMentionedIsListed() {
        Set<String> told = GOLDEN.update.entries().stream()
                .flatMap(entry -> entry.outcome().stream())
                .map(outcome -> outcome.target())
                .collect(Collectors.toSet());
        Set<String> expected = ExpectedUpdate.PINGHU.targets().stream()
                .filter(target -> target.type() != Target.Type.ASPIRATION)
                .map(Target::id)
                .filter(id -> !told.contains(id))
                .collect(Collectors.toSet());

        assertThat(ImmutableSet.copyOf(elements(UpdateNote.Kind.NOT_MENTIONED))).isEqualTo(expected);
        assertThat(elements(UpdateNote.Kind.DROPPED))
                .contains("industry.investment.industrial", "safety.production.deaths")
                .doesNotContain("industry.output", "city.works.gas-batch-3-ignition-rate");
    }

    private static List<String> elements(UpdateNote.Kind kind) {
        return GOLDEN.update.notes(kind).stream().map(UpdateNote::element).toList();
    }
}
