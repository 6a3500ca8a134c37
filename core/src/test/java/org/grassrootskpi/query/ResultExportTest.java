package org.grassrootskpi.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grassrootskpi.conformance.ExportOracle;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.table.CsvCells;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reads exported results back and compares every property of every cell with the one that was exported. */
class ResultExportTest {
    private static final Refusal REFUSAL = Refusal.of(
                    Refusal.Reason.SUM_OF_RATIO, "shares of \"different\" totals,\ncannot be added", "ask for value()")
            .about("closing-rate", "value");
    private static final ImmutableList<Cell> CELLS = cells();

    private static ImmutableList<Cell> cells() {
        Unit cny = Unit.parse("CNY");
        Unit ratio = Unit.RATIO;
        BigDecimal billions = new BigDecimal("30000000000");
        ImmutableList.Builder<Cell> cells = ImmutableList.builder();
        cells.add(Cell.builder(new BigDecimal("12345678901234567890.12"), cny)
                .contributors(12, 12)
                .build());
        for (Qualifier qualifier : Qualifier.values()) {
            cells.add(Cell.builder(billions, cny)
                    .precision(qualifier, bounds(qualifier, billions))
                    .contributors(3, 4)
                    .build());
        }
        for (ObservationStatus status : ObservationStatus.values()) {
            cells.add(Cell.builder(BigDecimal.TEN, Unit.parse("count:家次"))
                    .contributors(1, -1)
                    .status(status)
                    .build());
        }
        for (Absence absence : Absence.values()) {
            cells.add(
                    absence == Absence.REFUSED
                            ? Cell.refused(REFUSAL, ratio)
                            : Cell.builder(absence, ratio).contributors(0, 4).build());
        }
        cells.add(Cell.builder(BigDecimal.ONE, cny).contributorsAtLeast(2, 5).build());
        cells.add(Cell.builder(new BigDecimal("0.05"), Unit.PERCENTAGE_POINT)
                .precision(Qualifier.EXACT, Range.openClosed(new BigDecimal("0.0495"), new BigDecimal("0.0505")))
                .contributors(2, 2)
                .build());
        cells.add(Cell.builder(BigDecimal.ONE.divide(new BigDecimal(3), MathContext.DECIMAL128), ratio)
                .contributors(2, 2)
                .build());
        cells.add(Cell.builder(new BigDecimal("-1500"), Unit.parse("m2"))
                .contributors(1, 4)
                .asOf(Optional.of(TimePeriod.parse("2024-06")))
                .build());
        CellBuilder remarked =
                Cell.builder(BigDecimal.TEN, ratio).contributors(2, 4).unpaired(3);
        for (Remark remark : Remark.values()) {
            cells.add(
                    remark == Remark.UNPAIRED
                            ? remarked.build()
                            : remarked.remark(remark).build());
        }
        return cells.build();
    }

    private static Range<BigDecimal> bounds(Qualifier qualifier, BigDecimal value) {
        return switch (qualifier) {
            case EXACT -> Range.closedOpen(value.subtract(BigDecimal.ONE), value.add(BigDecimal.ONE));
            case BELOW -> Range.closedOpen(BigDecimal.ZERO, value);
            case ABOVE -> Range.greaterThan(value);
            case ABOUT -> Range.all();
            case AT_LEAST -> Range.atLeast(value);
            case AT_MOST -> Range.atMost(value);
        };
    }

    private static ResultTable table() {
        Region pinghu = Region.builder()
                .code("440307003")
                .name(LocalizedText.of("平湖街道", "Pinghu"))
                .level(RegionLevel.TOWNSHIP)
                .build();
        return ResultTable.builder(CELLS.size())
                .texts("indicator", row -> "petitions, \"handled\"")
                .regions("region", row -> row % 2 == 0 ? pinghu : null)
                .periods("period", row -> TimePeriod.parse("2024"))
                .cells("value", CELLS::get)
                .refusals(List.of(REFUSAL))
                .sources(List.of(Source.of("closing-rate", RegionLevel.COMMUNITY, Frequency.MONTHLY)))
                .build();
    }

    @Test
    void exportsWhatTheCellsSay() {
        ExportOracle.check(table());
        ExportOracle.check(ResultTable.builder(0)
                .cells("value", CELLS::get)
                .texts("extra", row -> "")
                .build());
        ExportOracle.check(ResultTable.builder(3)
                .texts("a \"quoted\", one", row -> "\u0001\t\r\n\u007f\\ \u2028 字 \ud83d\ude00 " + row)
                .texts("formula", row -> "=1+" + row)
                .cells("value", CELLS::get)
                .build());
    }

    @Test
    void exportsManyRowsInTheirOrder() {
        ExportOracle.check(ResultTable.builder(20_001)
                .texts("row", row -> "r" + row)
                .cells("value", row -> CELLS.get(row % CELLS.size()))
                .build());
    }

    @Test
    void exportsCsvForSpreadsheetsWithoutFormulas() {
        ResultTable table = ResultTable.builder(2)
                .texts("source", row -> row == 0 ? "=cmd|' /C calc'!A0" : "+1, \"x\"")
                .cells(
                        "value",
                        row -> Cell.builder(new BigDecimal("-3.9"), Unit.parse("CNY"))
                                .contributors(1, 1)
                                .build())
                .build();

        assertThat(table.toCsv(CsvCells.GUARDED).lines().skip(1).map(line -> line.substring(0, line.indexOf("CNY"))))
                .containsExactly("'=cmd|' /C calc'!A0,-3.9,", "\"'+1, \"\"x\"\"\",-3.9,");
        assertThat(table.toCsv()).isEqualTo(table.toCsv(CsvCells.PLAIN)).contains("\r\n=cmd|");
    }

    /** Takes each piece of text, and counts them. */
    private static final class Pieces implements Appendable {
        private final StringBuilder text = new StringBuilder();
        private int longest;

        @Override
        public Pieces append(CharSequence piece) {
            longest = Math.max(longest, piece.length());
            text.append(piece);
            return this;
        }

        @Override
        public Pieces append(CharSequence piece, int from, int to) {
            return append(piece.subSequence(from, to));
        }

        @Override
        public Pieces append(char piece) {
            return append(String.valueOf(piece));
        }
    }

    @Test
    void writesWhatItReturnsAsTextButInPieces() throws IOException {
        ResultTable table = ResultTable.builder(10_000)
                .cells(
                        "sum",
                        row -> Cell.builder(BigDecimal.valueOf(row), Unit.parse("CNY"))
                                .contributors(1, 1)
                                .build())
                .build();
        Pieces csv = new Pieces();
        Pieces guarded = new Pieces();
        Pieces json = new Pieces();

        table.writeCsv(csv);
        table.writeCsv(guarded, CsvCells.GUARDED);
        table.writeJson(json);

        assertThat(csv.text).hasToString(table.toCsv());
        assertThat(guarded.text).hasToString(table.toCsv(CsvCells.GUARDED));
        assertThat(json.text).hasToString(table.toJson());
        assertThat(IntStream.of(csv.longest, guarded.longest, json.longest)).allMatch(longest -> longest < 10_000);
    }

    @Test
    void exportsCsvWithEverythingThatACellSays() {
        List<List<String>> records = parse(table().toCsv());
        List<String> header = records.get(0);

        assertThat(records).hasSize(CELLS.size() + 1);
        assertThat(header)
                .containsExactly(
                        "indicator",
                        "region",
                        "region.name",
                        "period",
                        "value",
                        "value.unit",
                        "value.qualifier",
                        "value.lower",
                        "value.lowerIncluded",
                        "value.upper",
                        "value.upperIncluded",
                        "value.present",
                        "value.expected",
                        "value.expectedAtLeast",
                        "value.status",
                        "value.asOf",
                        "value.unpaired",
                        "value.remarks",
                        "value.absence",
                        "value.refusal");
        for (int row = 0; row < CELLS.size(); row++) {
            Map<String, String> fields = new HashMap<>();
            for (int c = 0; c < header.size(); c++) {
                fields.put(
                        header.get(c).replace("value.", ""),
                        records.get(row + 1).get(c));
            }
            assertThat(fields)
                    .containsEntry("indicator", "petitions, \"handled\"")
                    .containsEntry("region", row % 2 == 0 ? "440307003" : "")
                    .containsEntry("region.name", row % 2 == 0 ? "平湖街道" : "")
                    .containsEntry("period", "2024")
                    .containsEntry(
                            "refusal",
                            CELLS.get(row).refusal().map(Refusal::toString).orElse(""));
            assertThat(read(fields)).isEqualTo(CELLS.get(row));
        }
    }

    @Test
    void exportsJsonWithEverythingThatACellSays() throws Exception {
        JsonNode json = new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(table().toJson());

        assertThat(json.path("rows")).hasSize(CELLS.size());
        for (int row = 0; row < CELLS.size(); row++) {
            JsonNode line = json.path("rows").get(row);
            assertThat(line.path("region").asText(null)).isEqualTo(row % 2 == 0 ? "440307003" : null);
            assertThat(line.path("region.name").asText(null)).isEqualTo(row % 2 == 0 ? "平湖街道" : null);
            JsonNode cell = line.path("value");
            Map<String, String> fields = new HashMap<>();
            cell.properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asText()));
            List<String> remarks = new ArrayList<>();
            cell.path("remarks").forEach(remark -> remarks.add(remark.asText()));
            fields.put("remarks", String.join(" ", remarks));
            cell.path("bounds")
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asText()));
            if (cell.has("value") && !cell.has("bounds")) {
                for (String side : List.of("lower", "upper")) {
                    fields.put(side, cell.path("value").asText());
                    fields.put(side + "Included", "true");
                }
            }
            assertThat(read(fields)).isEqualTo(CELLS.get(row));
            assertThat(refusal(cell.path("refusal"))).isEqualTo(CELLS.get(row).refusal());
        }
        assertThat(refusal(json.path("refusals").get(0))).contains(REFUSAL);
        assertThat(json.path("sources").toString())
                .isEqualTo("[{\"indicator\":\"closing-rate\",\"level\":\"COMMUNITY\",\"frequency\":\"MONTHLY\"}]");
    }

    @Test
    void exportsNumbersOfJsonAsNumbers() throws Exception {
        JsonNode below = new ObjectMapper()
                .readTree(table().toJson())
                .path("rows")
                .get(2)
                .path("value");

        assertThat(below.toString())
                .startsWith(
                        "{\"value\":30000000000,\"qualifier\":\"BELOW\",\"bounds\":{\"lower\":0,\"lowerIncluded\":true,"
                                + "\"upper\":30000000000,\"upperIncluded\":false},\"unit\":\"CNY\",\"present\":3,\"expected\":4");
    }

    @Test
    void exportsRemarksWithTheirNumber() {
        ResultTable table = ResultTable.builder(1)
                .cells("value", row -> CELLS.get(CELLS.size() - Remark.values().length + 1))
                .build();

        assertThat(table.toJson()).contains("\"unpaired\" : 3").contains("[ \"UNPAIRED\", \"NOT_PAIRED\" ]");
        assertThat(table.toCsv()).contains(",3,UNPAIRED NOT_PAIRED,,");
        assertThat(table.toString()).isEqualTo("value (%)\n1,000 (2/4, 3 unpaired, not paired)\n");
    }

    @Test
    void exportsADifferenceOfRatiosUnderAUnitThatCannotBeReadAsPoints() {
        Cell fivePoints = CELLS.get(CELLS.size() - 3 - Remark.values().length);
        ResultTable table =
                ResultTable.builder(1).cells("difference", row -> fivePoints).build();

        assertThat(parse(table.toCsv()).get(1)).startsWith("0.05", "ratio-difference");
        assertThat(table.toJson()).contains("\"value\" : 0.05").contains("\"unit\" : \"ratio-difference\"");
        assertThat(table.toString()).isEqualTo("difference (pp)\n              5\n");
        assertThat(table.toMarkdown()).isEqualTo("| difference (pp) |\n| ---: |\n| 5 (4.95..5.05] |\n");
    }

    /** Makes a cell of what was exported of it; a refusal is made from its reason alone by the callers. */
    private static Cell read(Map<String, String> fields) {
        String code = fields.getOrDefault("unit", "");
        Unit unit = Unit.parse(code.equals("ratio-difference") ? "percentage-point" : code);
        String absence = fields.getOrDefault("absence", "");
        if (absence.equals("REFUSED")) {
            return Cell.refused(REFUSAL, unit);
        }
        CellBuilder cell = absence.isEmpty()
                ? Cell.builder(new BigDecimal(fields.getOrDefault("value", "")), unit)
                : Cell.builder(Absence.valueOf(absence), unit);
        if (absence.isEmpty()) {
            cell.precision(Qualifier.valueOf(fields.getOrDefault("qualifier", "")), range(fields));
        }
        String expected = fields.getOrDefault("expected", "");
        String asOf = fields.getOrDefault("asOf", "");
        Splitter.on(' ')
                .omitEmptyStrings()
                .splitToStream(fields.getOrDefault("remarks", ""))
                .map(Remark::valueOf)
                .filter(remark -> remark != Remark.UNPAIRED)
                .forEach(cell::remark);
        long present = Long.parseLong(fields.getOrDefault("present", ""));
        long atLeast = Long.parseLong(fields.getOrDefault("expectedAtLeast", "0"));
        if (expected.isEmpty() && atLeast > present) {
            cell.contributorsAtLeast(present, atLeast);
        } else {
            cell.contributors(present, expected.isEmpty() ? -1 : Long.parseLong(expected));
        }
        return cell.status(ObservationStatus.valueOf(fields.getOrDefault("status", "")))
                .asOf(asOf.isEmpty() ? Optional.empty() : Optional.of(TimePeriod.parse(asOf)))
                .unpaired(Long.parseLong(fields.getOrDefault("unpaired", "0")))
                .build();
    }

    private static Range<BigDecimal> range(Map<String, String> fields) {
        Range<BigDecimal> range = Range.all();
        String lower = fields.getOrDefault("lower", "");
        String upper = fields.getOrDefault("upper", "");
        if (!lower.isEmpty()) {
            range = range.intersection(
                    Range.downTo(new BigDecimal(lower), type(fields.getOrDefault("lowerIncluded", ""))));
        }
        if (!upper.isEmpty()) {
            range = range.intersection(
                    Range.upTo(new BigDecimal(upper), type(fields.getOrDefault("upperIncluded", ""))));
        }
        return range;
    }

    private static BoundType type(@Nullable String included) {
        return Boolean.parseBoolean(included) ? BoundType.CLOSED : BoundType.OPEN;
    }

    private static Optional<Refusal> refusal(JsonNode json) {
        if (json.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                        Refusal.Reason.valueOf(json.path("reason").asText()),
                        json.path("message").asText(),
                        json.path("suggestion").asText())
                .about(json.path("indicator").asText(), json.path("measure").asText()));
    }

    private static List<List<String>> parse(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream()
                .map(CsvRecord::getFields)
                .toList();
    }
}
