package org.grassrootskpi.query;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.grassrootskpi.model.Region;
import org.jspecify.annotations.Nullable;

/**
 * A result as maps, lists, texts and numbers: an object for each row, in which a measure is an object of a cell's
 * properties. This is the only definition of the JSON form of a result.
 */
final class ResultTree {
    private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();

    private ResultTree() {}

    static Map<String, @Nullable Object> of(ResultTable table) {
        ResultTree tree = new ResultTree();
        tree.properties.put("rows", list(table.rowCount(), row -> of(table.row(row), table)));
        tree.properties.put(
                "refusals",
                list(table.refusals().size(), refusal -> of(table.refusals().get(refusal))));
        tree.properties.put(
                "sources",
                list(table.sources().size(), source -> of(table.sources().get(source))));
        return tree.toMap();
    }

    static Map<String, @Nullable Object> of(ResultRow row, ResultTable table) {
        ResultTree tree = new ResultTree();
        for (ResultColumn<?> column : table.columns()) {
            tree.element(column.name(), column.get(row.number()));
        }
        return tree.toMap();
    }

    static Map<String, @Nullable Object> of(Cell cell) {
        ResultTree tree = new ResultTree();
        if (cell.hasValue()) {
            tree.properties.put("value", cell.get());
            tree.properties.put("qualifier", cell.qualifier().name());
            if (!cell.isExact()) {
                tree.properties.put("bounds", of(cell.bounds()));
            }
        }
        tree.text("absence", cell.absence().map(Absence::name));
        tree.properties.put("unit", CellText.exportedUnit(cell.unit()));
        tree.properties.put("present", cell.present());
        if (cell.expected().isPresent()) {
            tree.properties.put("expected", cell.expected().getAsLong());
        } else if (cell.expectedAtLeast() > cell.present()) {
            tree.properties.put("expectedAtLeast", cell.expectedAtLeast());
        }
        tree.properties.put("status", cell.status().name());
        tree.text("asOf", cell.asOf().map(Object::toString));
        if (!cell.remarks().isEmpty()) {
            tree.properties.put("unpaired", cell.unpaired());
            tree.properties.put(
                    "remarks", cell.remarks().stream().map(Remark::name).toList());
        }
        cell.refusal().ifPresent(refusal -> tree.properties.put("refusal", of(refusal)));
        return tree.toMap();
    }

    static Map<String, @Nullable Object> of(Refusal refusal) {
        ResultTree tree = new ResultTree();
        tree.text("indicator", refusal.indicator());
        tree.text("measure", refusal.measure());
        tree.properties.put("reason", refusal.reason().name());
        tree.properties.put("message", refusal.message());
        tree.properties.put("suggestion", refusal.suggestion());
        return tree.toMap();
    }

    static Map<String, @Nullable Object> of(Source source) {
        ResultTree tree = new ResultTree();
        tree.properties.put("indicator", source.indicator());
        tree.properties.put("level", source.level().code());
        tree.properties.put("frequency", source.frequency().name());
        return tree.toMap();
    }

    private static Map<String, @Nullable Object> of(Range<BigDecimal> bounds) {
        ResultTree tree = new ResultTree();
        if (bounds.hasLowerBound()) {
            tree.properties.put("lower", bounds.lowerEndpoint());
            tree.properties.put("lowerIncluded", Bounds.isLowerIncluded(bounds));
        }
        if (bounds.hasUpperBound()) {
            tree.properties.put("upper", bounds.upperEndpoint());
            tree.properties.put("upperIncluded", Bounds.isUpperIncluded(bounds));
        }
        return tree.toMap();
    }

    private void element(String name, @Nullable Object element) {
        if (element instanceof Cell cell) {
            properties.put(name, of(cell));
        } else if (element instanceof Region region) {
            properties.put(name, region.code());
            properties.put(name + ".name", region.name().first());
        } else {
            properties.put(name, element == null ? null : element.toString());
        }
    }

    private void text(String name, Optional<String> text) {
        text.ifPresent(value -> properties.put(name, value));
    }

    private Map<String, @Nullable Object> toMap() {
        return Collections.unmodifiableMap(properties);
    }

    /** Returns a view, whose elements are made one at a time. */
    private static List<Map<String, @Nullable Object>> list(int size, IntFunction<Map<String, @Nullable Object>> get) {
        return new AbstractList<>() {
            @Override
            public Map<String, @Nullable Object> get(int index) {
                return get.apply(index);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
