package org.grassrootskpi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogDraftTest {
    private static final Path DOCUMENTS =
            Path.of(System.getProperty("shared", "../../shared"), "reader-dev", "documents-dev", "documents");

    /** The table of cases: the kind, a report, and what stands in its draft or is left open. */
    static Stream<Arguments> cases() {
        return cases("draft-cases.txt");
    }

    static Stream<Arguments> commonCases() {
        return cases("common-cases.txt");
    }

    private static Stream<Arguments> cases(String table) {
        List<Arguments> cases = new ArrayList<>();
        String kind = "";
        String report = "";
        List<String> expected = new ArrayList<>();
        for (String line : resource(table).lines().toList()) {
            if (line.startsWith("\t")) {
                expected.add(line.substring(1));
                continue;
            }
            if (!report.isEmpty()) {
                cases.add(Arguments.of(kind, report, ImmutableList.copyOf(expected)));
            }
            expected.clear();
            kind = line.startsWith("# ") ? line.substring(2) : kind;
            report = line.startsWith("#") ? "" : line;
        }
        cases.add(Arguments.of(kind, report, ImmutableList.copyOf(expected)));
        return cases.stream();
    }

    private static CatalogDraft drafted(String report) {
        String text = report.replace("\\n", "\n");
        return text.startsWith("@") ? DraftCases.draft(text.substring(1)) : DraftCases.of2024(text);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void aFigureIsDraftedWholeOrLeftOpenWithItsReason(String kind, String report, ImmutableList<String> expected) {
        assertThat(DraftCases.lines(drafted(report))).as(kind).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("commonCases")
    void commonIndicatorsAreBoundByWholeNames(String kind, String report, ImmutableList<String> expected) {
        String text = report.replace("\\n", "\n");
        CatalogDraft draft = DraftCases.common(text.startsWith("@") ? text.substring(1) : "一、2024年工作总结\n" + text);

        assertThat(DraftCases.lines(draft)).as(kind).isEqualTo(expected);
        assertThat(CatalogJson.read(Map.of(
                        "draft",
                        ByteSource.wrap(CatalogJson.toJson(draft.catalog()).getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(draft.catalog());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void everyFigureIsAccountedForOnce(String kind, String report, ImmutableList<String> expected) {
        String text = report.replace("\\n", "\n");
        String whole = text.startsWith("@") ? text.substring(1) : "一、2024年工作总结\n" + text;

        assertThat(accounted(drafted(report))).as(kind).isEqualTo(starts(WorkReport.parse(whole)));
    }

    /** Documents of reader-dev, which lie beside the project and are no part of it. */
    @Test
    void everyFigureOfWholeDocumentsIsAccountedForOnce() throws IOException {
        assumeTrue(Files.isDirectory(DOCUMENTS), "skipped: there are no documents at " + DOCUMENTS);
        Catalog pinghu = PinghuCatalog.load();
        List<Path> files;
        try (Stream<Path> found = Files.list(DOCUMENTS)) {
            files = found.sorted().toList();
        }
        int figures = 0;
        int open = 0;
        for (Path file : files) {
            WorkReport report = WorkReport.decode(Files.readAllBytes(file)).withPeriod(TimePeriod.ofYear(2024));
            CatalogDraft draft = CatalogDraft.of(report, pinghu, DraftRegion.open(), TimePeriod.ofYear(2024));
            assertThat(accounted(draft)).as(file.toString()).isEqualTo(starts(report));
            assertThat(draft.catalog().observations())
                    .extracting(Observation::region)
                    .allMatch("draft"::equals);
            figures += starts(report).size();
            open += draft.unsure().size();
        }
        System.out.printf("Drafts of %d documents: figures %d, left open %d%n", files.size(), figures, open);
        assertThat(figures).isPositive();
    }

    private static List<Integer> accounted(CatalogDraft draft) {
        return Stream.concat(draft.bindings().stream(), draft.unsure().stream())
                .map(IndicatorMatch::figure)
                .flatMap(Optional::stream)
                .map(FigureMention::start)
                .sorted()
                .toList();
    }

    private static List<Integer> starts(WorkReport report) {
        return FigureReader.read(report).stream().map(FigureMention::start).toList();
    }

    /** What a draft says stands beside a value does stand there. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void whatIsBoundStandsInTheCatalogue(String kind, String report, ImmutableList<String> expected) {
        CatalogDraft draft = drafted(report);

        for (IndicatorMatch binding : draft.bindings()) {
            Optional<TimePeriod> period = binding.figure().flatMap(FigureMention::reportingPeriod);
            boolean target = draft.catalog().targets().stream()
                    .anyMatch(of -> of.citation().quote().equals(binding.quote()));
            if (target) {
                continue;
            }
            Observation observation = draft
                    .catalog()
                    .observations(binding.indicators().get(0))
                    .stream()
                    .filter(of -> of.region().equals(binding.region())
                            && period.map(of.period()::equals).orElse(true))
                    .findFirst()
                    .orElseThrow();
            boolean there = switch (binding.part()) {
                case VALUE -> observation.figure().isPresent();
                case CHANGE ->
                    observation
                            .yearOnYear()
                            .map(change -> change.quote().equals(binding.quote()))
                            .orElse(false);
                case COMPLETION -> observation.completion().isPresent();
                case RANK -> !observation.ranks().isEmpty();
                case NAME -> true;
            };
            assertThat(there).as(kind + " " + binding).isTrue();
        }
    }

    @Test
    void anotherPlacesReportBindsOnlyWhatItNamesAlike() {
        CatalogDraft draft = CatalogDraft.of(
                WorkReport.parse("白沙镇2024年工作总结\n工业投资10亿元。重点项目工业投资6亿元。举办民俗文化节5场。新增小巨人企业3家。"),
                DraftCases.OF_A_TOWN,
                DraftRegion.of(DraftCases.OTHER_TOWN, DraftCases.OF_A_TOWN));

        assertThat(DraftCases.lines(draft))
                .containsExactly(
                        "investment 2024 10亿元 UNVALIDATED",
                        "little-giants 2024 3家 UNVALIDATED",
                        "重点项目工业投资 2024 6亿元 UNVALIDATED",
                        "民俗文化节 2024 5场 UNVALIDATED");
        assertThat(draft.catalog().observations())
                .extracting(Observation::region)
                .containsOnly(DraftCases.OTHER_TOWN.code());
        assertThat(draft.catalog().regions()).extracting(Region::code).containsExactly(DraftCases.OTHER_TOWN.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "税收余额12亿元。|STOCK|余额",
                "年末常住户籍5.2万户。|STOCK|年末",
                "高速公路里程120公里。|STOCK|里程",
                "现有村民小组36个。|STOCK|现有",
                "绿道累计达到300公里。|STOCK|累计达",
                "税收12亿元。|FLOW|税收",
                "河长巡河12次。|FLOW|no word speaks of a stock",
                "省级龙头企业12家。|STOCK|counts what is there: no verb says that it was done",
                "培育龙头企业12家。|FLOW|培育",
                "绿化覆盖率41.5%。|RATIO|ratio",
            })
    void theKindOfAProposedIndicatorIsMarkedAsAGuess(String sentence, String kind, String why) {
        CatalogDraft draft = DraftCases.of2024(sentence);

        assertThat(draft.guesses()).contains(new DraftGuess("draft.i1", "kind", kind, why));
        assertThat(draft.catalog().indicator("draft.i1").kind()).hasToString(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "改造雨污管网8.3公里。|HIGHER|city|Storm and sewage pipes renovated",
                "培育省级龙头企业2家。|HIGHER|industry.enterprises|Provincial leading enterprises fostered",
                "清理卫生死角870处。|NEUTRAL|city.appearance|Uncleaned corners cleared",
                "溺水死亡2人。|LOWER|draft|To be translated: 溺水死亡人数",
            })
    void directionSectorAndEnglishComeFromWordsOrAreMarked(
            String sentence, String direction, String sector, String english) {
        CatalogDraft draft = DraftCases.common("一、2024年工作总结\n" + sentence);
        Indicator indicator = draft.catalog().indicator("draft.i1");

        assertThat(List.of(
                        indicator.direction().name(),
                        indicator.sector(),
                        indicator.name().en()))
                .containsExactly(direction, sector, english);
        assertThat(draft.guesses())
                .filteredOn(guess -> guess.element().equals("draft.i1"))
                .extracting(DraftGuess::property)
                .contains("kind", "direction", "sector", "name.en");
    }

    @ParameterizedTest
    @CsvSource({
        "税收12.35亿元。,0,CNY",
        "绿化覆盖率41.5%。,3,ratio",
        "新建公园3个。,0,count:个",
        "种植面积5.2万亩。,0,raw:亩",
        "人均绿地12.75平方米。,2,m2"
    })
    void aProposedIndicatorHasTheDecimalsAndTheUnitThatArePrinted(String sentence, int decimals, String unit) {
        Indicator indicator = DraftCases.of2024(sentence).catalog().indicator("draft.i1");

        assertThat(indicator.decimals()).isEqualTo(decimals);
        assertThat(indicator.unit().code()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "青石镇2024年工作总结和2025年工作计划|青石镇2024年工作总结和2025年工作计划|2025",
                "下载\\n青石镇2024年工作总结\\n一、2024年主要工作回顾|青石镇2024年工作总结|",
                "政府工作报告。 日报记者 某某 摄\\n一、2024年工作总结|待补|",
                "一、2024年工作总结\\n平稳。\\n二、2025年工作计划|待补|2025",
                "浏览次数：1234次\\n一、2024年工作总结|待补|",
            })
    void aTitleIsALineThatReadsLikeOneOrOpen(String lines, String title, String planned) {
        Document document = DraftCases.draft(lines.replace("\\n", "\n") + "\n税收10亿元。")
                .catalog()
                .documents()
                .get(0);

        assertThat(document.title().zh()).isEqualTo(title);
        assertThat(document.period()).isEqualTo(TimePeriod.ofYear(2024));
        assertThat(document.plannedPeriod().map(TimePeriod::toString)).isEqualTo(Optional.ofNullable(planned));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "全年税收10亿元。|names no year",
                "一、工作回顾\\n税收10亿元。\\n二、2025年工作安排\\n税收11亿元。|names no year",
                "青石镇2023年政府工作报告\\n一、过去一年工作回顾\\n税收10亿元。|looks back on the year before",
            })
    void aYearThatTheTextDoesNotGiveIsAskedFor(String text, String message) {
        String report = text.replace("\\n", "\n");
        DraftRegion region = DraftRegion.of(DraftCases.TOWN, DraftCases.KNOWN);

        assertThatThrownBy(() -> DraftCases.draft(report))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        CatalogDraft told =
                CatalogDraft.of(WorkReport.parse(report), DraftCases.KNOWN, region, TimePeriod.ofYear(2022));
        assertThat(DraftCases.lines(told)).contains("税收 2022 10亿元 UNVALIDATED");
    }

    @Test
    void theFilesListEveryFigureAndEveryGuess(@TempDir Path folder) throws IOException {
        CatalogDraft draft = DraftCases.of2024("税收10亿元。税收\t11亿元。工业投资5亿元。");
        Path out = folder.resolve("draft");

        draft.writeTo(out);

        assertThat(CatalogJson.readFolder(out)).isEqualTo(draft.catalog());
        assertThat(out.resolve("unsure.tsv")).content(StandardCharsets.UTF_8).isEqualTo("""
                        start	quote	subject	indicators	reason	detail
                        14	10亿元	税收	draft.i1	another figure claims the same indicator, region and period	11亿元
                        22	11亿元	税收	draft.i1	another figure claims the same indicator, region and period	10亿元
                        """);
        assertThat(Files.readAllLines(out.resolve("guessed.tsv")))
                .hasSize(1 + draft.guesses().size());
        assertThatThrownBy(() -> draft.writeTo(out)).hasMessageContaining("is not empty");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(CatalogDraftTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
