package org.grassrootskpi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.grassrootskpi.columns.RowCursor;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Revised;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.model.Vintage;
import org.grassrootskpi.model.VintagePreference;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObservationVintagesTest {
    private static final List<Vintage.Maturity> MATURITIES = List.of(Vintage.Maturity.values());
    private static final LocalDate FIRST = LocalDate.parse("2024-02-01");

    private static Observation value(int month, int value, int day, Vintage.Maturity maturity) {
        Observation.Builder observation = Observation.builder()
                .from(Samples.observation("requests", value % 3 == 0 ? "近" + value + "宗" : value + "宗"))
                .region(month % 2 == 0 ? "440307003" : "440307003007")
                .period(TimePeriod.parse("2024-0" + (1 + month / 2)));
        return day < 0
                ? observation.build()
                : observation
                        .vintage(Vintage.of(FIRST.plusDays(day).plusMonths(9), maturity))
                        .build();
    }

    /** Hundreds of values of few keys, chosen by a rule that is written down apart from the one that is tested. */
    @ParameterizedTest
    @EnumSource
    void onEachDayTheTableHasOneValueOfEachKey(VintagePreference preference) {
        Random random = new Random(20241226);
        Map<String, Observation> values = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            Vintage.Maturity maturity = MATURITIES.get(random.nextInt(3));
            Observation value = value(random.nextInt(12), 10 + random.nextInt(90), random.nextInt(9) - 1, maturity);
            values.putIfAbsent(value.key() + value.vintage(), value);
        }
        Catalog catalog = Revised.catalog()
                .vintagePreference(preference)
                .addAllObservations(values.values())
                .build();
        ObservationVintages vintages = ObservationVintages.of(catalog);

        for (int day = -1; day < 9; day++) {
            LocalDate on = FIRST.plusDays(day).plusMonths(9);
            ObservationTable expected = ObservationTable.builder(catalog)
                    .addAll(expected(values.values(), on, preference))
                    .build();
            assertThat(vintages.asKnownOn(on)).as("%s", on).isEqualTo(expected);
            assertThat(vintages.asKnownOn(on).bytes()).isEqualTo(expected.bytes());
        }
    }

    private static List<Observation> expected(
            Iterable<Observation> values, LocalDate on, VintagePreference preference) {
        Map<String, Observation> best = new TreeMap<>();
        Map<String, String> rank = new TreeMap<>();
        for (Observation value : values) {
            String day = value.vintage().map(of -> of.knownOn().toString()).orElse("");
            String maturity = value.vintage()
                    .map(of -> String.valueOf(MATURITIES.indexOf(of.maturity())))
                    .orElse("");
            String of = preference == VintagePreference.NEWEST ? day + maturity : maturity + day;
            if (day.compareTo(on.toString()) <= 0 && of.compareTo(rank.getOrDefault(value.key(), "")) >= 0) {
                best.put(value.key(), value);
                rank.put(value.key(), of);
            }
        }
        return new ArrayList<>(best.values());
    }

    @Test
    void tablesOfOtherSchemasAreRefused() {
        Catalog catalog = Revised.catalog().build();
        ObservationTable plain = ObservationTable.builder(catalog).build();
        ObservationTable other = ObservationTable.builder(
                        catalog, TableSchema.builder().addDimensions("sex").build())
                .build();
        Vintage vintage = Vintage.of(FIRST, Vintage.Maturity.FINAL);

        assertThatThrownBy(() -> ObservationVintages.of(Map.of(Optional.empty(), plain, Optional.of(vintage), other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected tables of one catalogue and one schema, got others");
        assertThatThrownBy(() -> ObservationVintages.of(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected the table of one vintage at least, got none");
    }

    @Test
    void doublesAreChosenAsTheyAre() {
        Catalog catalog = Revised.catalog().build();
        TableSchema schema = TableSchema.builder().addFloatingPoint("gdp").build();
        Vintage later = Vintage.of(FIRST, Vintage.Maturity.FINAL);
        int[] regions = {0};
        int[] periods = {TimePeriod.parse("2023").toCode()};
        ObservationTable first = ObservationTable.builder(catalog, schema)
                .addAll("gdp", regions, periods, new double[] {0.1})
                .build();
        ObservationTable second = ObservationTable.builder(catalog, schema)
                .addAll("gdp", regions, periods, new double[] {0.3})
                .build();

        ObservationTable chosen = ObservationVintages.of(Map.of(Optional.empty(), first, Optional.of(later), second))
                .preferred();

        RowCursor rows = new RowCursor(chosen.blocks().get(0));
        assertThat(rows.next()).isTrue();
        assertThat(rows.segment().values().asDouble(rows.row())).isEqualTo(0.3);
        assertThat(rows.next()).isFalse();
    }
}
