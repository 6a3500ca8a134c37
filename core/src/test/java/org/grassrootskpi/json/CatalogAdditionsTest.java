package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.assess.Portfolio;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.ProjectMilestone;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.VintagePreference;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** A catalogue that grows by files: what is there is neither altered nor copied. */
class CatalogAdditionsTest {
    private static final String BASE = """
            {
              "documents": [
                {"id": "report-2024", "title": {"zh": "报告", "en": "Report"}, "publisher": {"zh": "镇", "en": "Town"},
                 "period": "2024", "plannedPeriod": "2025"},
                {"id": "report-2025", "title": {"zh": "报告", "en": "Report"}, "publisher": {"zh": "镇", "en": "Town"},
                 "period": "2025"}],
              "regions": [{"code": "440307003", "name": {"zh": "镇", "en": "Town"}, "level": "TOWNSHIP"}],
              "sectors": [{"id": "city", "name": {"zh": "城建", "en": "City"}}],
              "stageModels": [{"id": "works", "name": {"zh": "工程", "en": "Works"}, "stages": [
                {"id": "started", "name": {"zh": "开工", "en": "Started"}},
                {"id": "completed", "name": {"zh": "完工", "en": "Completed"}}]}],
              "projects": [{"id": "road", "name": {"zh": "道路", "en": "Road"}, "sector": "city", "region": "440307003",
                "stageModel": "works", "milestones": [{"stage": "started", "period": "2024-06",
                  "citation": {"document": "report-2024", "section": "1", "quote": "开工"}}]}],
              "targets": [{"id": "road-2025", "name": {"zh": "完工", "en": "Complete"}, "sector": "city",
                "region": "440307003", "strength": "COMPLETE", "deadline": "2025-06", "project": "road",
                "stage": "completed", "citation": {"document": "report-2024", "section": "2", "quote": "完工"}}]
            }
            """;
    private static final String LATER = """
            {
              "milestones": [
                {
                  "project": "road",
                  "milestone": {
                    "stage": "completed",
                    "period": "2025-05",
                    "citation": {
                      "document": "report-2025",
                      "section": "1",
                      "quote": "完工"
                    }
                  }
                }
              ]
            }
            """;

    private static Catalog read(String... files) {
        ImmutableMap.Builder<String, ByteSource> sources = ImmutableMap.builder();
        for (int i = 0; i < files.length; i++) {
            sources.put((i + 1) + ".json", ByteSource.wrap(files[i].getBytes(StandardCharsets.UTF_8)));
        }
        return CatalogJson.read(sources.buildOrThrow());
    }

    @Test
    void milestonesOfALaterFileBelongToTheHistoryOfTheirProject() {
        Catalog grown = read(BASE, LATER);

        assertThat(grown.milestones("road")).extracting(Milestone::stage).containsExactly("started", "completed");
        assertThat(read(BASE).milestones("road")).extracting(Milestone::stage).containsExactly("started");
        Portfolio portfolio = Portfolio.of(grown, LocalDate.of(2025, 7, 1));
        assertThat(portfolio.projects().get(0).stage().map(Stage::id)).contains("completed");
        assertThat(portfolio.targets().get(0).progress()).hasToString("REACHED");
        assertThat(read(CatalogJson.toJson(grown))).isEqualTo(grown);
    }

    @Test
    void additionsAreTheFileThatMakesTheOtherCatalogue() {
        Catalog base = read(BASE);
        Catalog grown = Catalog.builder()
                .from(base)
                .addAllMilestones(read(BASE, LATER).milestones())
                .build();

        assertThat(CatalogJson.toJsonAdditions(base, grown)).isEqualTo(LATER);
        assertThat(read(BASE, CatalogJson.toJsonAdditions(base, grown))).isEqualTo(grown);
        assertThat(CatalogJson.toJsonAdditions(base, base)).isEqualTo("{}\n");
    }

    @Test
    void whatAltersTheBaseIsNoAddition() {
        Catalog base = read(BASE);
        Catalog other = read(BASE.replace("2025-06", "2025-07"));

        assertThatThrownBy(() -> CatalogJson.toJsonAdditions(base, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("targets[0] of the base is missing, altered or at another place in the other catalogue:"
                        + " expected the same elements, and others behind them");
    }

    @Test
    void eachProblemOfALaterMilestoneHasItsPlaceInItsOwnFile() {
        Map<String, String> wrong = ImmutableMap.of(
                "\"project\": \"road\"|\"project\": \"rode\"",
                "2.json:4:18 (milestones[0].project): Unknown project 'rode' (did you mean 'road'?)",
                "\"completed\"|\"opened\"",
                "2.json:6:18 (milestones[0].milestone.stage): Unknown stage 'opened'",
                "2025-05|2026-05",
                "2.json:7:19 (milestones[0].milestone.period): 2026-05 ends after 2025, on which document 'report-2025'"
                        + " reports: expected an earlier period; what is planned is a target");

        wrong.forEach((change, message) -> {
            List<String> parts = List.of(change.split("\\|"));
            CatalogException refused = catchThrowableOfType(
                    CatalogException.class, () -> read(BASE, LATER.replace(parts.get(0), parts.get(1))));

            assertThat(refused.problems().stream().map(Problem::describe).toList())
                    .singleElement()
                    .asString()
                    .startsWith(message);
        });
    }

    @Test
    void aMilestoneApartIsMadeOfItsProjectAndItself() {
        Milestone milestone = read(BASE, LATER).milestones().get(0).milestone();

        assertThat(ProjectMilestone.of("road", milestone))
                .isEqualTo(read(BASE, LATER).milestones().get(0));
        assertThat(milestone.period()).isEqualTo(TimePeriod.parse("2025-05"));
    }

    private static final String VALUE = """
            {%s"observations": [{"indicator": "jobs", "region": "440307003", "period": "2024", "figure": "%s",%s
              "citation": {"document": "report-2025", "section": "1", "quote": "%s"}}]}""";
    private static final String JOBS = """
            {"indicators": [{"id": "jobs", "name": {"zh": "就业", "en": "Jobs"}, "sector": "city", "kind": "FLOW",
              "unit": "count:人", "decimals": 0, "direction": "HIGHER", "definition": {"zh": "就业", "en": "Jobs"}}]}""";

    @Test
    void aRevisedValueIsAddedByAFileOfItsOwn() {
        String old = VALUE.formatted("", "180人", "", "180人");
        String vintage = "\"vintage\": {\"knownOn\": \"2026-01-20\", \"maturity\": \"REVISED\"},";
        String revised = VALUE.formatted("", "186人", vintage, "186人");

        Catalog catalog = read(BASE, JOBS, old, revised);

        assertThat(catalog.observations("jobs"))
                .extracting(of -> of.figure().orElseThrow().toString())
                .containsExactly("186人");
        assertThat(catalog.asKnownOn(LocalDate.parse("2026-01-19")).observations("jobs"))
                .extracting(of -> of.figure().orElseThrow().toString())
                .containsExactly("180人");
        assertThat(read(CatalogJson.toJson(catalog))).isEqualTo(catalog);
        assertThat(read(BASE, JOBS, old, CatalogJson.toJsonAdditions(read(BASE, JOBS, old), catalog)))
                .isEqualTo(catalog);
    }

    @Test
    void withoutAVintageASecondValueIsRefusedWithTheWayOut() {
        CatalogException refused = catchThrowableOfType(
                CatalogException.class,
                () -> read(
                        BASE, JOBS, VALUE.formatted("", "180人", "", "180人"), VALUE.formatted("", "186人", "", "186人")));

        assertThat(refused.problems())
                .extracting(Problem::describe)
                .containsExactly("4.json:1:19 (observations[0]):"
                        + " observation 'jobs:440307003:2024' is there already: one indicator has one value for a region and a"
                        + " period; say of a revised value in 'vintage' when it became known (first at 3.json:1:19)");
    }

    @Test
    void thePreferenceIsReadAndWritten() {
        Catalog catalog =
                read(BASE, JOBS, VALUE.formatted("\"vintagePreference\": \"MOST_MATURE\", ", "180人", "", "180人"));

        assertThat(catalog.vintagePreference()).isEqualTo(VintagePreference.MOST_MATURE);
        assertThat(read(CatalogJson.toJson(catalog))).isEqualTo(catalog);
        assertThat(CatalogJson.toJson(read(BASE))).doesNotContain("vintagePreference");
    }

    @Test
    void filesOfOneCatalogueHaveOnePreference() {
        CatalogException refused = catchThrowableOfType(
                CatalogException.class,
                () -> read(
                        BASE,
                        "{\"vintagePreference\": \"NEWEST\"}",
                        "{\"vintagePreference\": \"NEWEST\"}",
                        "{\"vintagePreference\": \"MOST_MATURE\"}"));

        assertThat(refused.problems())
                .extracting(Problem::describe)
                .containsExactly(
                        "4.json:1:23 (vintagePreference): file '2.json' says NEWEST, and this one MOST_MATURE: a catalogue has"
                                + " one preference; leave it out of all files but one");
    }

    @Test
    void aPreferenceThatIsNoneIsRefused() {
        CatalogException refused =
                catchThrowableOfType(CatalogException.class, () -> read(BASE, "{\"vintagePreference\": \"BEST\"}"));

        assertThat(refused.problems())
                .extracting(Problem::describe)
                .containsExactly("2.json:1:23 (vintagePreference): expected NEWEST or MOST_MATURE, got \"BEST\"");
    }
}
