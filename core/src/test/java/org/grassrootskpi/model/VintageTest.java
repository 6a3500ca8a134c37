package org.grassrootskpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.grassrootskpi.model.Problem.Kind;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VintageTest {
    private static final Observation EARLY_FINAL = Revised.gdp("3亿元", "2024-02-01", Vintage.Maturity.FINAL);
    private static final Observation LATE_REVISED = Revised.gdp("2亿元", "2024-06-01", Vintage.Maturity.REVISED);
    private static final Observation UNDATED = Revised.gdp("1亿元");

    @ParameterizedTest
    @CsvSource({
        "2024-01-16, ''",
        "2024-01-17, 1260582亿元",
        "2024-12-25, 1260582亿元",
        "2024-12-26, 1294272亿元",
        "2030-01-01, 1294272亿元"
    })
    void aCatalogueAnswersAsItWasKnownOnADay(LocalDate day, String figure) {
        Catalog then = Revised.catalog()
                .addObservations(Revised.revised(), Revised.preliminary())
                .build()
                .asKnownOn(day);

        assertThat(then.observations())
                .extracting(of -> of.figure().orElseThrow().toString())
                .isEqualTo(figure.isEmpty() ? List.of() : List.of(figure));
    }

    @ParameterizedTest
    @CsvSource({"NEWEST, 2亿元", "MOST_MATURE, 3亿元"})
    void thePreferenceChoosesAmongSeveralValues(VintagePreference preference, String figure) {
        Catalog catalog = Revised.catalog()
                .vintagePreference(preference)
                .addObservations(EARLY_FINAL, LATE_REVISED, UNDATED)
                .build();

        assertThat(Revised.value(catalog)).isEqualTo(Quantity.parse(figure));
        assertThat(catalog.observations("gdp")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"NEWEST, 3亿元", "MOST_MATURE, 3亿元"})
    void ofOneDayTheMostMatureIsPreferred(VintagePreference preference, String figure) {
        Catalog catalog = Revised.catalog()
                .vintagePreference(preference)
                .addObservations(EARLY_FINAL, Revised.gdp("4亿元", "2024-02-01", Vintage.Maturity.PRELIMINARY), UNDATED)
                .build();

        assertThat(Revised.value(catalog)).isEqualTo(Quantity.parse(figure));
    }

    @Test
    void aValueThatNobodyDatedIsKnownOnEveryDayAndGivesWayToAnyOther() {
        Catalog catalog =
                Revised.catalog().addObservations(EARLY_FINAL, UNDATED).build();

        assertThat(Revised.value(catalog.asKnownOn(LocalDate.parse("2024-01-31"))))
                .isEqualTo(Quantity.parse("1亿元"));
        assertThat(Revised.value(catalog.asKnownOn(LocalDate.parse("2024-02-01"))))
                .isEqualTo(Quantity.parse("3亿元"));
    }

    @Test
    void allValuesOfAKeyAreThereFromTheFirstToTheNewest() {
        Catalog catalog = Revised.catalog()
                .addObservations(LATE_REVISED, EARLY_FINAL, UNDATED)
                .build();

        assertThat(catalog.vintages("gdp", "440307003", TimePeriod.parse("2023")))
                .containsExactly(UNDATED, EARLY_FINAL, LATE_REVISED);
        assertThat(catalog.vintages()).containsExactly(LATE_REVISED, EARLY_FINAL, UNDATED);
        assertThat(catalog.vintages("requests", "440307003", TimePeriod.parse("2023")))
                .isEmpty();
    }

    @Test
    void withoutVintagesACatalogueIsKnownAsItIs() {
        Catalog catalog = Revised.catalog().addObservations(UNDATED).build();

        assertThat(catalog.asKnownOn(LocalDate.parse("1999-01-01"))).isSameAs(catalog);
        assertThat(catalog.observations()).isSameAs(catalog.vintages());
    }

    @Test
    void twoValuesOfOneVintageAreRefused() {
        Observation other = Revised.gdp("5亿元", "2024-06-01", Vintage.Maturity.REVISED);

        assertThat(problems(Revised.catalog().addObservations(LATE_REVISED, other)))
                .containsExactly(Problem.builder()
                        .kind(Kind.DUPLICATE)
                        .path("observations[1]")
                        .firstPath("observations[0]")
                        .message("observation '" + Revised.KEY
                                + "' is there already with this vintage: two values of one"
                                + " key became known on different days")
                        .build());
    }

    @Test
    void noValueIsKnownBeforeItsPeriodBegins() {
        Observation early = Revised.gdp("5亿元", "2022-12-31", Vintage.Maturity.PRELIMINARY);

        assertThat(problems(Revised.catalog().addObservations(early)))
                .containsExactly(Problem.of(
                        Kind.CONTRADICTION,
                        "observations[0].vintage.knownOn",
                        "observation '" + Revised.KEY
                                + "' became known on 2022-12-31, before its period began: expected a"
                                + " later day, or the status FORECAST"));
        assertThat(Revised.catalog()
                        .addObservations(Observation.builder()
                                .from(early)
                                .status(ObservationStatus.FORECAST)
                                .build())
                        .build()
                        .observations())
                .hasSize(1);
    }

    private static List<Problem> problems(Catalog.Builder builder) {
        return catchThrowableOfType(CatalogException.class, builder::build).problems();
    }
}
