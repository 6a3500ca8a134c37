package org.grassrootskpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.model.CatalogValidationTest.problems;

import java.util.Optional;
import org.grassrootskpi.model.Problem.Kind;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets, ranks and recognitions that cannot be as they are stated. */
class TargetValidationTest {
    @ParameterizedTest
    @CsvSource({"2025, 2024-12, false", "2025, 2025-01, true", "2025, 2026, true", ", 2023, false", ", 2024-H1, true"})
    void aTargetIsNotDueBeforeTheYearThatItsDocumentPlansFor(String planned, String deadline, boolean accepted) {
        Document plan = Document.builder()
                .from(Samples.report())
                .id("plan")
                .plannedPeriod(Optional.ofNullable(planned).map(TimePeriod::parse))
                .build();
        Target target = Target.builder()
                .id("early")
                .name(Samples.name("early"))
                .sector("safety")
                .region("440307003")
                .strength(Target.Strength.COMPLETE)
                .deadline(TimePeriod.parse(deadline))
                .citation(Citation.of("plan", "2025-1", "early"))
                .build();
        Catalog.Builder builder = Samples.valid().addDocuments(plan).addTargets(target);

        if (accepted) {
            assertThat(builder.build().targets()).containsExactly(target);
        } else {
            String earliest = planned == null ? "2024" : planned;
            assertThat(problems(builder))
                    .containsExactly(Problem.of(
                            Kind.CONTRADICTION,
                            "targets[0].deadline",
                            "target 'early' is due by " + deadline + ", before " + earliest
                                    + " begins, for which document 'plan' plans: expected " + earliest + " or later"));
        }
    }

    @Test
    void aTargetHasOneSubjectAtMost() {
        Target torn = Target.builder()
                .id("torn")
                .name(Samples.name("torn"))
                .sector("safety")
                .region("440307003")
                .strength(Target.Strength.STRIVE)
                .deadline(TimePeriod.parse("2025"))
                .indicator("requests.closed")
                .programme("none")
                .stage("started")
                .citation(Citation.of("report", "2025-1", "torn"))
                .build();

        assertThat(problems(Samples.valid().addTargets(torn)))
                .extracting(Problem::path)
                .containsExactly("targets[0].programme", "targets[0]", "targets[0].stage");
    }

    @Test
    void ranksAndRecognitionsAreConsistentInThemselves() {
        assertThatThrownBy(() -> Rank.builder()
                        .kind(Rank.Kind.PLACE)
                        .scope(RegionLevel.COUNTY)
                        .quote("第一")
                        .build())
                .hasMessage("rank '第一' of kind PLACE needs a place");
        assertThatThrownBy(() -> Rank.builder()
                        .kind(Rank.Kind.RECORD_LOW)
                        .scope(RegionLevel.COUNTY)
                        .quote("历史最低")
                        .build())
                .hasMessage("rank '历史最低' of kind RECORD_LOW compares with the own past and has no scope");
        assertThatThrownBy(() -> Rank.builder()
                        .kind(Rank.Kind.TOP)
                        .place(0)
                        .scope(RegionLevel.COUNTY)
                        .quote("十强")
                        .build())
                .hasMessage("rank '十强': expected a place of 1 or more, got 0");
        assertThatThrownBy(() -> Recognition.builder()
                        .id("nothing")
                        .subject(Samples.name("nobody"))
                        .sector("safety")
                        .region("440307003")
                        .period(TimePeriod.parse("2024"))
                        .citation(Citation.of("report", "2024-5", "nobody"))
                        .build())
                .hasMessage("recognition 'nothing': expected at least one of awards, ranks and rating, got none");
    }
}
