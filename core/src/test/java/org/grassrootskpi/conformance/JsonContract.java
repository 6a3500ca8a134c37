package org.grassrootskpi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import com.google.common.io.ByteSource;
import com.google.common.io.Resources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.json.JsonTree;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plain mapper that registers the module of its JSON library writes and reads: the texts of {@code objects.tsv}. */
public abstract class JsonContract {
    private static final ImmutableMap<String, Object> OBJECTS = objects();
    private static final ImmutableMap<String, String> TEXTS = texts();

    /** An answer of a web application, which has our objects among others. */
    public record Answer(TimePeriod period, Region region, List<Quantity> figures, Map<TimePeriod, Cell> cells) {}

    /** A question to a web application. */
    public record Question(TimePeriodRange range, Unit unit, List<Quantity> figures, Map<TimePeriod, Region> regions) {}

    /** Writes an object by a mapper that has the module and nothing else. */
    protected abstract String write(Object value) throws IOException;

    /** Reads an object by such a mapper. */
    protected abstract <T> T read(String json, Class<T> type) throws IOException;

    /** The exception by which the library says that a text is of no such object, for which web frameworks answer 400. */
    protected abstract Class<? extends Exception> refusal();

    private static ImmutableMap<String, Object> objects() {
        Refusal refusal = Refusal.of(Refusal.Reason.SUM_OF_RATIO, "shares of \"different\" totals", "ask for value()")
                .about("rate", "sum");
        Source source = Source.of("requests", RegionLevel.COMMUNITY, Frequency.MONTHLY);
        Region region = Region.builder()
                .code("440307003")
                .name(LocalizedText.of("平湖街道", "Pinghu"))
                .level(RegionLevel.TOWNSHIP)
                .build();
        Cell vague = Cell.builder(new BigDecimal("30000000000"), Unit.parse("CNY"))
                .precision(Qualifier.BELOW, Range.closedOpen(BigDecimal.ZERO, new BigDecimal("30000000000")))
                .contributorsAtLeast(3, 5)
                .status(ObservationStatus.PROVISIONAL)
                .asOf(Optional.of(TimePeriod.parse("2024-06")))
                .unpaired(2)
                .remark(Remark.ACROSS_BREAK)
                .build();
        ResultTable table = ResultTable.builder(2)
                .regions("region", row -> row == 0 ? region : null)
                .periods("period", row -> TimePeriod.ofQuarter(2024, row + 1))
                .texts("channel", row -> row == 0 ? "电话" : "app")
                .cells(
                        "value",
                        row -> row == 0
                                ? vague
                                : Cell.builder(Absence.NO_OBSERVATION, Unit.parse("CNY"))
                                        .build())
                .refusals(List.of(refusal))
                .sources(List.of(source))
                .build();
        Catalog catalog = catalog();
        ImmutableMap.Builder<String, Object> objects = ImmutableMap.builder();
        objects.put("unit", Unit.parse("亿元"));
        objects.put("unit without symbol", Unit.parse("ratio"));
        for (String figure :
                List.of("近300亿元", "2678家次", "12.5%", "-3.50百分点", "约1.2亩", "三分之一", "六千余次", "第9位", "0.0000001元", "数百人")) {
            objects.put(figure, Quantity.parse(figure));
        }
        objects.put("sum", Quantity.parse("509.45亿元").plus(Quantity.parse("204.92亿元")));
        objects.put("quotient", Quantity.parse("100元").dividedBy(Quantity.parse("近300元")));
        objects.put("period", TimePeriod.parse("2024-YTD09"));
        objects.put("range", TimePeriodRange.parse("2024-01..2024-06"));
        objects.put(
                "exact cell",
                Cell.builder(new BigDecimal("1.50"), Unit.parse("ratio"))
                        .contributors(12, 12)
                        .build());
        objects.put("vague cell", vague);
        objects.put("refused cell", Cell.refused(refusal, Unit.parse("ratio")));
        objects.put("refusal", refusal);
        objects.put("source", source);
        objects.put("row", table.row(0));
        objects.put("result", table);
        objects.put("region", region);
        objects.put("text", region.name());
        objects.put("indicator", catalog.indicators().get(0));
        objects.put("observation", catalog.observations().get(0));
        objects.put("catalog", catalog);
        objects.put(
                "answer",
                new Answer(
                        TimePeriod.parse("2024"),
                        region,
                        List.of(Quantity.parse("近300亿元")),
                        Map.of(TimePeriod.parse("2024-Q1"), vague)));
        return objects.buildOrThrow();
    }

    private static Catalog catalog() {
        return CatalogJson.read(ImmutableMap.of("catalog", ByteSource.wrap("""
                {
                  "documents": [{"id": "report", "title": {"zh": "报告", "en": "Report"},
                    "publisher": {"zh": "街道办", "en": "Office"}, "period": "2024"}],
                  "regions": [{"code": "440307003", "name": {"zh": "平湖街道", "en": "Pinghu"}, "level": "TOWNSHIP"}],
                  "sectors": [{"id": "safety", "name": {"zh": "安全", "en": "Safety"}}],
                  "indicators": [{"id": "handled", "name": {"zh": "受理", "en": "Handled"}, "sector": "safety", "kind": "FLOW",
                    "unit": "count:宗", "decimals": 0, "direction": "NEUTRAL",
                    "definition": {"zh": "受理宗数", "en": "Requests handled"}, "aliases": ["受理量"]}],
                  "observations": [{"indicator": "handled", "region": "440307003", "period": "2024", "figure": "近9.3万宗",
                    "status": "PROVISIONAL", "citation": {"document": "report", "section": "2024-5", "quote": "近9.3万宗"},
                    "completion": {"value": "102%", "quote": "完成率102%"},
                    "ranks": [{"kind": "PLACE", "place": 1, "scope": "COUNTY", "quote": "全区第一"}]}]
                }
                """.getBytes(StandardCharsets.UTF_8))));
    }

    private static ImmutableMap<String, String> texts() {
        try {
            String all = Resources.toString(JsonContract.class.getResource("objects.tsv"), StandardCharsets.UTF_8);
            return ImmutableMap.copyOf(Splitter.on('\n')
                    .omitEmptyStrings()
                    .withKeyValueSeparator(Splitter.on('\t').limit(2))
                    .split(all));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void writesEveryObjectAsTheSameText() throws IOException {
        Map<String, String> written = new LinkedHashMap<>();
        for (Map.Entry<String, Object> object : OBJECTS.entrySet()) {
            written.put(object.getKey(), write(object.getValue()));
        }

        assertThat(written).containsExactlyEntriesOf(TEXTS);
    }

    @Test
    void readsBackAnEqualObject() throws IOException {
        int read = 0;
        for (Map.Entry<String, Object> object : OBJECTS.entrySet()) {
            Optional<Class<?>> type = JsonTree.types().stream()
                    .filter(JsonTree::isReadable)
                    .filter(candidate -> candidate.isInstance(object.getValue()))
                    .findFirst();
            if (type.isPresent()) {
                read++;
                assertThat((Object) read(TEXTS.get(object.getKey()), type.get()))
                        .isEqualTo(object.getValue());
            }
        }

        assertThat(read).isEqualTo(21);
    }

    @Test
    void readsQuestionsOfWebApplications() throws IOException {
        Question question = read("""
                {"range": "2024Q1..2024Q3", "unit": "CNY", "figures": ["近300亿元", {"text": "12.5%"}, {"text": "12.5%", "value": 0.1250}],
                 "regions": {"2024-07": {"code": "x", "name": {"zh": "甲", "en": "A"}, "level": "COUNTY"}}}
                """, Question.class);

        assertThat(question.range()).isEqualTo(TimePeriodRange.parse("2024-Q1..2024-Q3"));
        assertThat(question.unit()).isEqualTo(Unit.parse("元"));
        assertThat(question.figures())
                .containsExactly(Quantity.parse("近300亿元"), Quantity.parse("12.5%"), Quantity.parse("12.5%"));
        assertThat(question.regions().get(TimePeriod.ofMonth(2024, 7)).code()).isEqualTo("x");
    }

    @Test
    void writesAResultAsItsOwnJson() throws IOException {
        ResultTable table = (ResultTable) OBJECTS.get("result");

        assertThat((Object) read(write(table), Map.class)).isEqualTo(read(table.toJson(), Map.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "7|Expected a text such as \"近300亿元\", got 7",
                "[]|Expected a text such as \"近300亿元\", got []",
                "{}|Expected a figure's text",
                "{\"value\":12,\"unit\":\"CNY\"}|Expected a figure's text",
                "{\"text\":7}|Expected a figure's text",
                "{\"text\":\"12.5%\",\"value\":12.5}|Expected value 0.125, as the text '12.5%' says",
                "{\"text\":\"12.5%\",\"value\":1e999999999}|Expected value 0.125",
                "{\"text\":\"12.5%\",\"value\":null}|Expected value 0.125",
                "{\"text\":\"12.5%\",\"unit\":\"CNY\"}|Expected unit ratio",
                "{\"text\":\"12.5%\",\"colour\":\"red\"}|Expected colour null",
                "{\"text\":\"12.5%\",\"bounds\":{\"lower\":0.1}}|Expected bounds",
                "{\"text\":\"12.5%\",\"text\":\"13%\"}|there twice",
                "\"12.5 bananas\"|12.5 bananas",
            })
    void refusesWhatIsNoFigure(String json, String message) {
        assertThat(catchThrowable(() -> read(json, Quantity.class)))
                .isInstanceOf(refusal())
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "\"2024-13\"", "{}", "[\"2024\"]", "true", "\"\""})
    void refusesWhatIsNoPeriod(String json) {
        assertThat(catchThrowable(() -> read(json, TimePeriod.class))).isInstanceOf(refusal());
    }

    @Test
    void refusesAnElementOfTheModelAsTheReaderOfFilesDoesWithAllThatIsWrong() {
        assertThat(catchThrowable(() -> read("""
                {"code": 7, "name": {"zh": "甲", "en": null}, "levle": "COUNTY", "level": "TOWN HALL", "parent": ""}
                """, Region.class)))
                .isInstanceOf(refusal())
                .hasMessageContaining("Region.name.en: null is not allowed; omit the property")
                .hasMessageContaining("Region.code: expected a text")
                .hasMessageContaining("Region.levle: Unknown property 'levle' (did you mean 'level'?)")
                .hasMessageContaining("Region.level: Expected the code of a level such as TOWNSHIP or WARD");
        assertThat(catchThrowable(() -> read("{\"id\":\"a\",\"decimals\":1e999999999}", Indicator.class)))
                .isInstanceOf(refusal())
                .hasMessageContaining("Indicator.decimals: expected a whole number");
        assertThat(catchThrowable(() -> read("\"x\"", Observation.class)))
                .isInstanceOf(refusal())
                .hasMessageContaining("Observation: expected an object");
    }

    @Test
    void refusesACatalogThatIsNotWhole() {
        assertThat(catchThrowable(() -> read(
                        "{\"sectors\":[{\"id\":\"a\",\"name\":{\"zh\":\"甲\",\"en\":\"A\"},\"parent\":\"b\"}]}",
                        Catalog.class)))
                .isInstanceOf(refusal())
                .hasMessageContaining("(sectors[0].parent): Unknown sector 'b'");
    }
}
