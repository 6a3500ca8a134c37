package org.grassrootskpi.sql;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says where the parts of an observation lie in a relation of a database, one row for each observation.
 *
 * <pre>{@code
 * ObservationLayout.of("read_parquet('figures/*.parquet')")
 *         .withIndicator("kpi")
 *         .withStatus("flag")
 *         .withDimension("age", "age_group");
 * }</pre>
 *
 * <p>The columns are {@code indicator} (an id of the catalogue), {@code region} (a code of the catalogue), {@code period} (text as
 * {@link org.grassrootskpi.time.TimePeriod#toString()} writes it, such as {@code 2024}, {@code 2024-Q3} or {@code 2024-07}) and {@code
 * value} (a decimal in the indicator's unit; null where the status says why), unless a layout names others. A level and a frequency are
 * not stored: the catalogue knows the one, the spelling of the period says the other.
 *
 * <p>Small integers in place of texts take less room and are read faster: the number of a region, the code of a period and an unscaled
 * value. Immutable and thread-safe.
 */
public final class ObservationLayout {
    private final String relation;
    private final String indicator;
    private final String region;
    private final boolean isRegionNumber;
    private final String period;
    private final boolean isPeriodCode;
    private final String value;
    private final boolean isUnscaled;
    private final Optional<String> status;
    private final Optional<String> precision;
    private final ImmutableMap<String, String> dimensions;

    private ObservationLayout(Parts parts) {
        relation = parts.relation;
        indicator = parts.indicator;
        region = parts.region;
        isRegionNumber = parts.isRegionNumber;
        period = parts.period;
        isPeriodCode = parts.isPeriodCode;
        value = parts.value;
        isUnscaled = parts.isUnscaled;
        status = parts.status;
        precision = parts.precision;
        dimensions = ImmutableMap.copyOf(parts.dimensions);
    }

    /**
     * {@return the layout of a relation whose columns have their usual names, without a status}
     *
     * @param relation what may follow {@code FROM}: a table, a view, {@code read_parquet('…')}, or a subquery in brackets, which may
     *     convert what is stored otherwise. It becomes a part of each statement as it is, so it must not come from a stranger
     */
    public static ObservationLayout of(String relation) {
        if (relation.isBlank()) {
            throw new IllegalArgumentException("Expected a table, a view or a subquery, got a blank text");
        }
        Parts parts = new Parts();
        parts.relation = relation;
        return new ObservationLayout(parts);
    }

    /**
     * {@return this with another column of indicators}
     *
     * @param column its name; holds ids of the catalogue
     */
    public ObservationLayout withIndicator(String column) {
        Parts parts = new Parts(this);
        parts.indicator = column;
        return new ObservationLayout(parts);
    }

    /**
     * {@return this with another column of regions}
     *
     * @param column its name; holds codes of the catalogue as text
     */
    public ObservationLayout withRegion(String column) {
        Parts parts = new Parts(this);
        parts.region = column;
        parts.isRegionNumber = false;
        return new ObservationLayout(parts);
    }

    /**
     * {@return this with a column of regions by number}
     *
     * @param column its name; holds numbers of {@link org.grassrootskpi.model.RegionNumbering}, which are those of one catalogue: when
     *     regions are added to it, the numbers of others change
     */
    public ObservationLayout withRegionNumber(String column) {
        Parts parts = new Parts(this);
        parts.region = column;
        parts.isRegionNumber = true;
        return new ObservationLayout(parts);
    }

    /**
     * {@return this with another column of periods}
     *
     * @param column its name; holds text as {@link org.grassrootskpi.time.TimePeriod#toString()} writes it
     */
    public ObservationLayout withPeriod(String column) {
        Parts parts = new Parts(this);
        parts.period = column;
        parts.isPeriodCode = false;
        return new ObservationLayout(parts);
    }

    /**
     * {@return this with a column of periods by code}
     *
     * @param column its name; holds codes of {@link org.grassrootskpi.time.TimePeriod#toCode()}, which never change
     */
    public ObservationLayout withPeriodCode(String column) {
        Parts parts = new Parts(this);
        parts.period = column;
        parts.isPeriodCode = true;
        return new ObservationLayout(parts);
    }

    /**
     * {@return this with another column of values}
     *
     * @param column its name; holds decimals or whole numbers in the indicator's unit, with no more decimals than the indicator has
     */
    public ObservationLayout withValue(String column) {
        Parts parts = new Parts(this);
        parts.value = column;
        parts.isUnscaled = false;
        return new ObservationLayout(parts);
    }

    /**
     * {@return this with a column of unscaled values}
     *
     * @param column its name; holds whole numbers of 64 bits: the value 1.50 of an indicator with two decimals is 150
     */
    public ObservationLayout withUnscaledValue(String column) {
        Parts parts = new Parts(this);
        parts.value = column;
        parts.isUnscaled = true;
        return new ObservationLayout(parts);
    }

    /**
     * {@return this with a column of statuses}
     *
     * @param column its name; holds letters of SDMX or names of {@link org.grassrootskpi.model.ObservationStatus}, null for normal
     */
    public ObservationLayout withStatus(String column) {
        Parts parts = new Parts(this);
        parts.status = Optional.of(column);
        return new ObservationLayout(parts);
    }

    /**
     * {@return this with a column that says how precise a printed figure is}
     *
     * @param column its name; holds text of {@link PrecisionText}, null for a figure without a qualifier that is printed to the
     *     decimals of its indicator
     */
    public ObservationLayout withPrecision(String column) {
        Parts parts = new Parts(this);
        parts.precision = Optional.of(column);
        return new ObservationLayout(parts);
    }

    /**
     * {@return this with a column of an extra dimension}
     *
     * @param dimension the name of a dimension of the schema; one that no layout names lies in a column of its own name
     * @param column the column's name; holds members as text, none of them null
     */
    public ObservationLayout withDimension(String dimension, String column) {
        Parts parts = new Parts(this);
        parts.dimensions.put(dimension, column);
        return new ObservationLayout(parts);
    }

    /** {@return what follows {@code FROM}} */
    public String relation() {
        return relation;
    }

    /** {@return this over another relation that has the same columns} */
    ObservationLayout withRelation(String other) {
        Parts parts = new Parts(this);
        parts.relation = other;
        return new ObservationLayout(parts);
    }

    String indicator() {
        return indicator;
    }

    String region() {
        return region;
    }

    boolean isRegionNumber() {
        return isRegionNumber;
    }

    String period() {
        return period;
    }

    boolean isPeriodCode() {
        return isPeriodCode;
    }

    String value() {
        return value;
    }

    boolean isUnscaled() {
        return isUnscaled;
    }

    Optional<String> status() {
        return status;
    }

    Optional<String> precision() {
        return precision;
    }

    ImmutableMap<String, String> dimensions() {
        return dimensions;
    }

    String dimension(String dimension) {
        return dimensions.getOrDefault(dimension, dimension);
    }

    /** {@return the relation} */
    @Override
    public String toString() {
        return relation;
    }

    /** A layout while it is changed. */
    private static final class Parts {
        String relation = "";
        String indicator = "indicator";
        String region = "region";
        boolean isRegionNumber;
        String period = "period";
        boolean isPeriodCode;
        String value = "value";
        boolean isUnscaled;
        Optional<String> status = Optional.empty();
        Optional<String> precision = Optional.empty();
        Map<String, String> dimensions = new LinkedHashMap<>();

        Parts() {}

        Parts(ObservationLayout of) {
            relation = of.relation;
            indicator = of.indicator;
            region = of.region;
            isRegionNumber = of.isRegionNumber;
            period = of.period;
            isPeriodCode = of.isPeriodCode;
            value = of.value;
            isUnscaled = of.isUnscaled;
            status = of.status;
            precision = of.precision;
            dimensions = new LinkedHashMap<>(of.dimensions);
        }
    }
}
