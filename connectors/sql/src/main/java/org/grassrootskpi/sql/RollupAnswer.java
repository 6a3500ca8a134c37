package org.grassrootskpi.sql;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.rollup.Aggregate;
import org.grassrootskpi.rollup.EngineException;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.rollup.SlotRows;
import org.grassrootskpi.sql.RollupStatement.Field;
import org.jspecify.annotations.Nullable;

/** Turns the lines of a {@link RollupStatement} into results. */
final class RollupAnswer {
    private final RollupStatement statement;
    private final ImmutableList<Rollup> alike;
    private final boolean isUnscaled;
    private final List<RollupResult.Builder> results = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Precision> precisions = new HashMap<>();
    private final Map<String, ObservationStatus> statuses = new HashMap<>();

    RollupAnswer(RollupStatement statement, ImmutableList<Rollup> alike, boolean isUnscaled) {
        this.statement = statement;
        this.alike = alike;
        this.isUnscaled = isUnscaled;
        for (Rollup rollup : alike) {
            numbers.put(rollup.source().indicator(), results.size());
            results.add(RollupResult.builder(rollup));
        }
    }

    ImmutableList<RollupResult> results() {
        return results.stream().map(RollupResult.Builder::build).collect(ImmutableList.toImmutableList());
    }

    void add(SqlRow row) {
        int number = Objects.requireNonNull(
                numbers.get(text(row, Field.INDICATOR)), "a line of an indicator that was not asked for");
        Rollup rollup = alike.get(number);
        SlotRows slot = slot(row, rollup, results.get(number));
        ObservationStatus status = status(text(row, Field.STATUS));
        slot.status(status);
        boolean hasValue = status.hasValue();
        if (rollup.other().isPresent()) {
            ObservationStatus ofOther = status(text(row, Field.OTHER_STATUS));
            slot.status(ofOther);
            hasValue &= ofOther.hasValue();
        }
        if (!hasValue) {
            slot.valueless(count(row, Field.ROWS));
            return;
        }
        slot.count(count(row, Field.VALUES));
        if (rollup.other().isPresent()) {
            addPair(row, rollup, slot);
        } else {
            addValues(row, rollup, slot);
        }
    }

    private SlotRows slot(SqlRow row, Rollup rollup, RollupResult.Builder result) {
        int[] group = statement.fields(Field.MEMBERS);
        ImmutableList<String> members = group.length == 0
                ? rollup.combinations().groups().get(0)
                : rollup.combinations().groups().get((int) count(row, Field.MEMBERS));
        SlotRows slot = result.slot((int) count(row, Field.REGION), (int) count(row, Field.PERIOD), members);
        String precision = text(row, Field.PRECISION);
        if (precision != null) {
            slot = slot.printed(precisions.computeIfAbsent(precision, PrecisionText::parse));
        }
        String other = text(row, Field.OTHER_PRECISION);
        return other == null ? slot : slot.otherPrinted(precisions.computeIfAbsent(other, PrecisionText::parse));
    }

    private void addValues(SqlRow row, Rollup rollup, SlotRows slot) {
        int decimals = rollup.indicator().decimals();
        slot.sum(value(row, Field.SUM, decimals));
        if (rollup.aggregates().contains(Aggregate.MIN)) {
            slot.min(value(row, Field.MIN, decimals));
        }
        if (rollup.aggregates().contains(Aggregate.MAX)) {
            slot.max(value(row, Field.MAX, decimals));
        }
        if (statement.fields(Field.VALUE).length > 0) {
            slot.value(value(row, Field.VALUE, decimals), count(row, Field.VALUES));
        }
    }

    private void addPair(SqlRow row, Rollup rollup, SlotRows slot) {
        int decimals = rollup.indicator().decimals();
        int otherDecimals = rollup.otherIndicator().orElseThrow().decimals();
        if (rollup.aggregates().contains(Aggregate.WEIGHTED_SUM)) {
            int scale = (isUnscaled ? decimals : statement.productDecimals()) + otherDecimals;
            slot.weighted(
                    scaled(number(row, Field.PRODUCT_SUM).movePointLeft(scale), decimals + otherDecimals),
                    value(row, Field.OTHER_SUM, otherDecimals),
                    value(row, Field.OTHER_MIN, otherDecimals));
            slot.min(value(row, Field.MIN, decimals)).max(value(row, Field.MAX, decimals));
        } else {
            slot.sum(value(row, Field.SUM, decimals)).counterparts(value(row, Field.OTHER_SUM, otherDecimals));
        }
    }

    private BigDecimal value(SqlRow row, Field field, int decimals) {
        BigDecimal number = number(row, field);
        return scaled(isUnscaled ? number.movePointLeft(decimals) : number, decimals);
    }

    private static BigDecimal scaled(BigDecimal number, int decimals) {
        try {
            return number.setScale(decimals);
        } catch (ArithmeticException e) {
            throw new EngineException(
                    "Expected values with at most " + decimals + " decimals, got " + number
                            + "; verify() says which indicators have more",
                    e);
        }
    }

    private BigDecimal number(SqlRow row, Field field) {
        List<BigDecimal> parts = new ArrayList<>();
        for (int at : statement.fields(field)) {
            BigDecimal part = row.number(at);
            if (part == null) {
                throw new EngineException(
                        "Expected a number for " + field + ", got null; verify() says which rows lack one", null);
            }
            parts.add(part);
        }
        return SqlDialect.whole(parts);
    }

    private long count(SqlRow row, Field field) {
        return number(row, field).longValueExact();
    }

    private @Nullable String text(SqlRow row, Field field) {
        int[] at = statement.fields(field);
        return at.length == 0 ? null : row.text(at[0]);
    }

    private ObservationStatus status(@Nullable String stored) {
        return stored == null || stored.isEmpty()
                ? ObservationStatus.NORMAL
                : statuses.computeIfAbsent(stored, RollupAnswer::statusOf);
    }

    private static ObservationStatus statusOf(String stored) {
        return ObservationStatus.find(stored)
                .orElseThrow(() -> new EngineException(
                        "Expected a code of SDMX's observation status, got '" + stored + "'", null));
    }
}
