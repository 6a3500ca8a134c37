package org.grassrootskpi.conformance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.grassrootskpi.conformance.Oracle.Data;
import org.grassrootskpi.conformance.Oracle.Spot;
import org.grassrootskpi.conformance.OracleSources.No;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;

/** The groups of a query in their natural order, and for each the answers to all measures. */
final class OracleLines {
    private final Oracle oracle;
    private final Query query;
    private final OracleSources sources;
    private final Optional<Frequency> frequency;
    private final Optional<RegionLevel> level;
    private final Map<String, List<Indicator>> subjects;
    private final OracleAnswers answers;

    OracleLines(Oracle oracle, Query query) {
        this.oracle = oracle;
        this.query = query;
        this.sources = new OracleSources(oracle, query);
        this.frequency = sources.frequency();
        this.level = sources.level();
        this.subjects = oracle.subjects(query);
        this.answers = new OracleAnswers(oracle, query);
    }

    /** A row: its dimensions as texts, its place in each dimension's natural order, an answer or a reason for each measure. */
    record Line(Map<String, String> key, List<Object> cells, boolean elsewhere, String region, List<String> combo) {}

    /** Why the query as a whole must be refused; any of these will do. */
    Set<Reason> refusals() {
        Set<Reason> reasons = new TreeSet<>();
        for (String root : query.within()) {
            if (level.isPresent()
                    && oracle.catalog
                                    .levels()
                                    .compare(oracle.catalog.region(root).level(), level.get())
                            > 0
                    && sources.roots().contains(root)) {
                reasons.add(Reason.REGION_CUT);
            }
        }
        query.where().forEach((dimension, limits) -> {
            int at = oracle.extras.indexOf(dimension);
            boolean known = limits.stream()
                    .allMatch(limit -> oracle.rows.stream()
                            .anyMatch(row -> row.extras().get(at).equals(limit)));
            if (!known && !oracle.rows.isEmpty()) {
                reasons.add(Reason.UNKNOWN_MEMBER);
            }
        });
        if (query.during().isPresent() && frequency.isPresent()) {
            TimePeriodRange during = query.during().get();
            Frequency f = frequency.get();
            boolean weeks = f == Frequency.WEEKLY && during.frequency() != Frequency.DAILY;
            TimePeriod first = TimePeriod.containing(during.from().firstDay(), f);
            TimePeriod last = TimePeriod.containing(during.to().lastDay(), f);
            boolean cut = (f != Frequency.YEAR_TO_DATE
                            && first.firstDay().isBefore(during.from().firstDay()))
                    || last.lastDay().isAfter(during.to().lastDay());
            if (during.frequency() != f && !weeks && cut) {
                reasons.add(Reason.PERIOD_CUT);
            }
        }
        return reasons;
    }

    /** The groups' periods, or one null where there is a single group of days; empty where nothing is known. */
    Optional<List<TimePeriod>> periods(LocalDate[] days) {
        LocalDate start;
        LocalDate end;
        if (query.during().isPresent()) {
            TimePeriodRange during = query.during().get();
            if (frequency.isPresent() && during.frequency() == frequency.get()) {
                return Optional.of(during.stream().toList());
            }
            start = during.from().firstDay();
            end = during.to().lastDay();
        } else {
            start = null;
            end = null;
            Set<Data> involved = new LinkedHashSet<>();
            subjects.values().forEach(list -> list.forEach(i -> sources.involve(involved, i)));
            for (Data data : involved) {
                LocalDate[] extent = sources.extent(data);
                boolean cumulative = data.frequency() == Frequency.YEAR_TO_DATE;
                LocalDate from = cumulative && frequency.isPresent() ? extent[2] : extent[0];
                start = start == null || from.isBefore(start) ? from : start;
                end = end == null || extent[1].isAfter(end) ? extent[1] : end;
            }
            if (start == null) {
                return Optional.empty();
            }
        }
        days[0] = start;
        days[1] = end;
        if (frequency.isEmpty()) {
            List<TimePeriod> whole = new ArrayList<>();
            whole.add(null);
            return Optional.of(whole);
        }
        List<TimePeriod> groups = new ArrayList<>();
        TimePeriod last = TimePeriod.containing(end, frequency.get());
        for (TimePeriod p = TimePeriod.containing(start, frequency.get()); p.toCode() <= last.toCode(); p = p.next()) {
            boolean whole = query.during().isEmpty()
                    || frequency.get() == Frequency.YEAR_TO_DATE
                    || (frequency.get() == Frequency.WEEKLY
                            ? !thursday(p).isBefore(start) && !thursday(p).isAfter(end)
                            : !p.firstDay().isBefore(start) && !p.lastDay().isAfter(end));
            if (whole) {
                groups.add(p);
            }
        }
        return Optional.of(groups);
    }

    private static LocalDate thursday(TimePeriod week) {
        return week.firstDay().plusDays(3);
    }

    /** All groups in their natural order. */
    List<Line> lines() {
        LocalDate[] days = new LocalDate[2];
        Optional<List<TimePeriod>> periods = periods(days);
        List<Map.Entry<String, Set<String>>> regions = sources.regions();
        Set<List<String>> combos = new LinkedHashSet<>();
        boolean hasExtra = query.groupBy().stream().anyMatch(d -> d.kind() == Dimension.Kind.EXTRA);
        if (hasExtra) {
            oracle.rows.stream()
                    .filter(row -> oracle.matches(row, query, null))
                    .forEach(row -> combos.add(oracle.combo(row, query)));
        } else {
            combos.add(List.of());
        }
        List<Line> lines = new ArrayList<>();
        boolean periodNamed = query.groupBy().stream().anyMatch(d -> d.kind() == Dimension.Kind.PERIOD);
        for (Map.Entry<String, List<Indicator>> subject : subjects.entrySet()) {
            for (Map.Entry<String, Set<String>> region : regions) {
                for (TimePeriod period : periods.orElseGet(List::of)) {
                    for (List<String> combo : combos) {
                        Spot spot = new Spot(
                                region.getValue(), region.getKey(), period, days[0], days[1], hasExtra ? combo : null);
                        lines.add(line(subject, spot, periodNamed, combo));
                    }
                }
            }
        }
        List<String> names = new ArrayList<>(List.copyOf(subjects.keySet()));
        List<String> codes = regions.stream().map(Map.Entry::getKey).toList();
        lines.sort((one, other) -> compare(one, other, names, codes));
        return lines;
    }

    /** Dimension by dimension in the order of the query, the subject first if it names none. */
    private int compare(Line one, Line other, List<String> names, List<String> codes) {
        List<Dimension> dimensions = new ArrayList<>(query.groupBy());
        Dimension subject = RandomQuery.subject(query);
        if (!dimensions.contains(subject)) {
            dimensions.add(0, subject);
        }
        int extra = 0;
        for (Dimension dimension : dimensions) {
            int order = switch (dimension.kind()) {
                case INDICATOR, SECTOR ->
                    Integer.compare(
                            names.indexOf(one.key().get("subject")),
                            names.indexOf(other.key().get("subject")));
                case REGION -> Integer.compare(codes.indexOf(one.region()), codes.indexOf(other.region()));
                case PERIOD ->
                    Integer.compare(
                            TimePeriod.parse(one.key().get("period")).toCode(),
                            TimePeriod.parse(other.key().get("period")).toCode());
                case EXTRA -> one.combo().get(extra).compareTo(other.combo().get(extra));
            };
            extra += dimension.kind() == Dimension.Kind.EXTRA ? 1 : 0;
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private Line line(Map.Entry<String, List<Indicator>> subject, Spot spot, boolean periodNamed, List<String> combo) {
        Map<String, String> key = new LinkedHashMap<>();
        key.put("subject", subject.getKey());
        if (level.isPresent()) {
            key.put("region", spot.region().isEmpty() ? "-" : spot.region());
        }
        if (periodNamed) {
            key.put("period", spot.period().toString());
        }
        if (!combo.isEmpty()) {
            key.put("combo", combo.toString());
        }
        List<Object> cells = new ArrayList<>();
        for (Measure measure : query.measures()) {
            try {
                cells.add(answers.answer(measure, subject.getValue(), spot, Spot.SINGLE));
            } catch (No no) {
                cells.add(no.reason());
            }
        }
        return new Line(key, cells, level.isPresent() && spot.region().isEmpty(), spot.region(), combo);
    }
}
