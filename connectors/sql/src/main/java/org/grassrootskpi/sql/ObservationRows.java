package org.grassrootskpi.sql;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.grassrootskpi.columns.RowCursor;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * The observations of a table as rows for a database: ids, codes and periods as text, values as decimals, a status and a precision where
 * there are any, and a text for each extra dimension.
 *
 * <p>The fields of a row are in the order of {@link #columns}: {@link BigDecimal} in {@link #VALUE}, text in all others, null where there
 * is nothing. Immutable; each iterator is for one thread.
 */
public final class ObservationRows implements Iterable<List<@Nullable Object>> {
    /** The place of the value in a row. */
    public static final int VALUE = 3;

    private final ObservationTable table;
    private final boolean hasStatus;
    private final boolean hasPrecision;
    private final String precision;

    private ObservationRows(ObservationTable table) {
        this.table = table;
        hasStatus = table.blocks().stream()
                .flatMap(block -> block.segments().stream())
                .anyMatch(segment -> segment.statusesUnsafe() != null);
        hasPrecision = table.blocks().stream()
                .flatMap(block -> block.segments().stream())
                .anyMatch(segment -> segment.precisions() != null);
        precision = table.schema().dimensions().contains("precision") ? "precision_text" : "precision";
    }

    /**
     * {@return the rows of a table}
     *
     * @param table the observations
     * @throws IllegalArgumentException if it has columns of doubles, which a database does not add up alike
     */
    public static ObservationRows of(ObservationTable table) {
        if (!table.schema().floatingPoint().isEmpty()) {
            throw new IllegalArgumentException("Expected decimals, got doubles of "
                    + table.schema().floatingPoint() + "; give them as decimals, which a database adds up exactly");
        }
        return new ObservationRows(table);
    }

    /** {@return the names of the columns: the indicator, the region, the period, the value, and those that are needed besides} */
    public ImmutableList<String> columns() {
        ImmutableList.Builder<String> columns = ImmutableList.builder();
        columns.add("indicator", "region", "period", "value");
        if (hasStatus) {
            columns.add("status");
        }
        if (hasPrecision) {
            columns.add(precision);
        }
        return columns.addAll(table.schema().dimensions()).build();
    }

    /** {@return the most decimals that a value has} */
    public int decimals() {
        return table.blocks().stream()
                .mapToInt(block -> block.indicator().decimals())
                .max()
                .orElse(0);
    }

    /**
     * {@return the layout of a relation that has these columns}
     *
     * @param relation what may follow {@code FROM}
     */
    public ObservationLayout layout(String relation) {
        ObservationLayout layout = ObservationLayout.of(relation);
        layout = hasStatus ? layout.withStatus("status") : layout;
        return hasPrecision ? layout.withPrecision(precision) : layout;
    }

    @Override
    public Iterator<List<@Nullable Object>> iterator() {
        Iterator<SeriesBlock> blocks = table.blocks().iterator();
        return new AbstractIterator<>() {
            private @Nullable SeriesBlock block;
            private @Nullable RowCursor rows;
            private ImmutableList<ImmutableList<String>> members = ImmutableList.of();

            @Override
            protected @Nullable List<@Nullable Object> computeNext() {
                while (block == null || rows == null || !rows.next()) {
                    if (!blocks.hasNext()) {
                        return endOfData();
                    }
                    block = blocks.next();
                    rows = new RowCursor(block);
                    members = ImmutableList.copyOf(block.combinationValues());
                }
                return row(block, rows, members.get(rows.combination()));
            }
        };
    }

    private List<@Nullable Object> row(SeriesBlock block, RowCursor rows, List<String> members) {
        ObservationStatus status = rows.segment().status(rows.row());
        List<@Nullable Object> fields = new ArrayList<>();
        fields.add(block.indicator().id());
        fields.add(table.regions().region(rows.region()).code());
        fields.add(TimePeriod.ofCode(rows.period()).toString());
        fields.add(
                status.hasValue()
                        ? BigDecimal.valueOf(
                                rows.segment().values().unscaled(rows.row()),
                                block.indicator().decimals())
                        : null);
        if (hasStatus) {
            fields.add(status == ObservationStatus.NORMAL ? null : String.valueOf(status.sdmx()));
        }
        if (hasPrecision) {
            boolean isPrinted = rows.segment().precisions() != null
                    && rows.segment().precisions().code(rows.row()) > 0;
            fields.add(isPrinted ? PrecisionText.of(rows.segment().precision(rows.row())) : null);
        }
        fields.addAll(members);
        return Collections.unmodifiableList(fields);
    }

    /** {@return the table} */
    @Override
    public String toString() {
        return table.toString();
    }
}
