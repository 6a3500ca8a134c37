package org.grassrootskpi.sql;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;

/** The statement that counts the values of a source in some regions and periods. */
record CountStatement(String text, ImmutableList<Lookup> lookups) {
    static CountStatement of(
            SqlDialect dialect,
            ObservationLayout layout,
            Source source,
            List<Region> inside,
            RegionNumbering regions,
            TimePeriodRange range,
            ImmutableMap<String, ImmutableList<String>> members) {
        List<TimePeriod> periods = ImmutableList.copyOf(range);
        Lookup region = Lookup.of(
                "inside",
                layout.isRegionNumber()
                        ? Lookup.Column.integers(
                                "region",
                                inside.stream()
                                        .map(one -> regions.numberOf(one.code()))
                                        .toList())
                        : Lookup.Column.texts(
                                "region", inside.stream().map(Region::code).toList()));
        Lookup period = Lookup.of(
                "during",
                layout.isPeriodCode()
                        ? Lookup.Column.integers(
                                "period",
                                periods.stream().map(TimePeriod::toCode).toList())
                        : Lookup.Column.texts(
                                "period",
                                periods.stream().map(TimePeriod::toString).toList()));
        String limits = members.entrySet().stream()
                .map(limit -> " AND o." + dialect.name(layout.dimension(limit.getKey())) + " IN ("
                        + limit.getValue().stream().map(dialect::literal).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining());
        return new CountStatement(
                "SELECT count(o." + dialect.name(layout.value()) + ")\nFROM " + layout.relation() + " o"
                        + "\nJOIN inside r ON o." + dialect.name(layout.region()) + " = r." + dialect.name("region")
                        + "\nJOIN during p ON o." + dialect.name(layout.period()) + " = p." + dialect.name("period")
                        + "\nWHERE o." + dialect.name(layout.indicator()) + " = " + dialect.literal(source.indicator())
                        + limits,
                ImmutableList.of(region, period));
    }

    long read(SqlStore store) {
        long[] count = new long[1];
        store.read(text, lookups, row -> count[0] = Surveyor.count(row, 0));
        return count[0];
    }
}
