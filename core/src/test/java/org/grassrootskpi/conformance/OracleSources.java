package org.grassrootskpi.conformance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.grassrootskpi.conformance.Oracle.Data;
import org.grassrootskpi.conformance.TableFixture.Row;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;

/** Which observations the oracle takes for an indicator in one query, or why there are none. */
final class OracleSources {
    private final Oracle oracle;
    private final Query query;
    private final Optional<Frequency> frequency;
    private final Optional<RegionLevel> level;
    private final RegionLevel asked;
    private final Map<String, Object> candidates = new HashMap<>();

    /** A refusal. */
    static final class No extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Reason reason;

        No(Reason reason) {
            super(reason.toString(), null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    OracleSources(Oracle oracle, Query query) {
        this.oracle = oracle;
        this.query = query;
        Optional<Frequency> named =
                query.groupBy().stream().flatMap(d -> d.frequency().stream()).findFirst();
        this.frequency = named.isPresent()
                ? named
                : query.during()
                        .filter(range -> range.from().equals(range.to()))
                        .map(TimePeriodRange::frequency);
        this.level = query.groupBy().stream().flatMap(d -> d.level().stream()).findFirst();
        RegionLevel deepest = RegionLevel.COUNTRY;
        for (String region : roots()) {
            RegionLevel of = oracle.catalog.region(region).level();
            deepest = oracle.catalog.levels().compare(of, deepest) > 0 ? of : deepest;
        }
        this.asked = level.orElse(deepest);
    }

    Optional<Frequency> frequency() {
        return frequency;
    }

    Optional<RegionLevel> level() {
        return level;
    }

    RegionLevel asked() {
        return asked;
    }

    List<String> roots() {
        return query.within().stream()
                .filter(r -> query.within().stream()
                        .noneMatch(
                                other -> !other.equals(r) && oracle.below(other).contains(r)))
                .toList();
    }

    private List<Data> candidates(String indicator) {
        Object known = candidates.get(indicator);
        if (known == null) {
            try {
                known = findCandidates(indicator);
            } catch (No no) {
                known = no;
            }
            candidates.put(indicator, known);
        }
        if (known instanceof No no) {
            throw no;
        }
        @SuppressWarnings("unchecked")
        List<Data> list = (List<Data>) known;
        return list;
    }

    private List<Data> findCandidates(String indicator) {
        Set<Data> all = new LinkedHashSet<>();
        for (Row row : oracle.rows(indicator)) {
            if (row.indicator().equals(indicator)) {
                all.add(new Data(
                        indicator,
                        oracle.catalog.region(row.region()).level(),
                        row.period().frequency()));
            }
        }
        if (all.isEmpty()) {
            throw new No(Reason.NO_DATA);
        }
        all.removeIf(d -> query.sourceLevel().filter(l -> !l.equals(d.level())).isPresent()
                || query.sourceFrequency().filter(f -> f != d.frequency()).isPresent());
        if (all.isEmpty()) {
            throw new No(Reason.NO_SUCH_SOURCE);
        }
        all.removeIf(d -> oracle.catalog.levels().compare(d.level(), asked) < 0);
        if (all.isEmpty()) {
            throw new No(Reason.REGION_FINER_THAN_DATA);
        }
        all.removeIf(d -> !fits(d.frequency()));
        if (all.isEmpty()) {
            throw new No(Reason.PERIOD_FINER_THAN_DATA);
        }
        List<Data> sorted = new ArrayList<>(all);
        LocalDate[] days = days(sorted);
        Map<Data, BigDecimal> completeness = new HashMap<>();
        sorted.forEach(d -> completeness.put(d, completeness(d, days)));
        sorted.sort(Comparator.comparing((Data d) -> !overlaps(d))
                .thenComparing(completeness::get, Comparator.reverseOrder())
                .thenComparing(Data::level, oracle.catalog.levels()::compare)
                .thenComparing(d -> d.frequency() != Frequency.YEAR_TO_DATE)
                .thenComparing(Data::frequency));
        return sorted;
    }

    /** The days asked for, or those from the first to the last of all data that could answer. */
    private LocalDate[] days(List<Data> all) {
        if (query.during().isPresent()) {
            return new LocalDate[] {
                query.during().get().from().firstDay(),
                query.during().get().to().lastDay()
            };
        }
        LocalDate[] days = extent(all.get(0));
        for (Data data : all) {
            LocalDate[] own = extent(data);
            days[0] = own[0].isBefore(days[0]) ? own[0] : days[0];
            days[1] = own[1].isAfter(days[1]) ? own[1] : days[1];
        }
        return days;
    }

    /** How much of what there should be has a value: for each region, period and combination that is asked for, one row. */
    private BigDecimal completeness(Data data, LocalDate[] days) {
        long regions = oracle.catalog.regions().stream()
                .map(Region::code)
                .filter(code -> oracle.isExpected(code, data.level()) && isAsked(code))
                .count();
        Set<List<String>> combinations = new LinkedHashSet<>();
        long values = 0;
        for (Row row : oracle.rows(data.indicator())) {
            boolean ofData = row.period().frequency() == data.frequency()
                    && oracle.catalog.region(row.region()).level().equals(data.level())
                    && oracle.matches(row, query, null);
            if (ofData) {
                combinations.add(row.extras());
                values += row.status().hasValue() && isAsked(row.region()) && isWithin(row.period(), days) ? 1 : 0;
            }
        }
        Set<TimePeriod> periods = new LinkedHashSet<>();
        for (LocalDate day = days[0]; !day.isAfter(days[1]); day = day.plusDays(1)) {
            TimePeriod period = TimePeriod.containing(day, data.frequency());
            if (isWithin(period, days)) {
                periods.add(period);
            }
        }
        long expected = regions * combinations.size() * periods.size();
        return expected == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(values).divide(BigDecimal.valueOf(expected), new MathContext(60));
    }

    private boolean isAsked(String region) {
        return query.within().isEmpty()
                || query.within().stream().anyMatch(root -> oracle.below(root).contains(region));
    }

    private static boolean isWithin(TimePeriod period, LocalDate[] days) {
        boolean begins = period.isYearToDate()
                ? !period.lastDay().isBefore(days[0])
                : !period.firstDay().isBefore(days[0]);
        return begins && !period.lastDay().isAfter(days[1]);
    }

    private boolean fits(Frequency source) {
        if (frequency.isPresent()) {
            return source.nestsIn(frequency.get());
        }
        if (source == Frequency.YEAR_TO_DATE) {
            return false;
        }
        return query.during().isEmpty()
                || (TimePeriod.containing(query.during().get().from().firstDay(), source)
                                .firstDay()
                                .equals(query.during().get().from().firstDay())
                        && TimePeriod.containing(query.during().get().to().lastDay(), source)
                                .lastDay()
                                .equals(query.during().get().to().lastDay()));
    }

    private boolean overlaps(Data data) {
        if (query.during().isEmpty()) {
            return true;
        }
        LocalDate[] extent = extent(data);
        return !extent[1].isBefore(query.during().get().from().firstDay())
                && !query.during().get().to().lastDay().isBefore(extent[0]);
    }

    LocalDate[] extent(Data data) {
        LocalDate[] extent = new LocalDate[3];
        for (Row row : oracle.rows(data.indicator())) {
            if (row.period().frequency() == data.frequency()
                    && oracle.catalog.region(row.region()).level().equals(data.level())) {
                TimePeriod p = row.period();
                extent[0] = extent[0] == null || p.firstDay().isBefore(extent[0]) ? p.firstDay() : extent[0];
                extent[1] = extent[1] == null || p.lastDay().isAfter(extent[1]) ? p.lastDay() : extent[1];
                extent[2] = extent[2] == null || p.lastDay().isBefore(extent[2]) ? p.lastDay() : extent[2];
            }
        }
        return extent;
    }

    Data data(String indicator) {
        return candidates(indicator).get(0);
    }

    boolean hasData(String indicator) {
        return !oracle.rows(indicator).isEmpty();
    }

    boolean canAnswer(String indicator) {
        try {
            return !candidates(indicator).isEmpty();
        } catch (No no) {
            return false;
        }
    }

    /** The data of two indicators that has one level and one frequency. */
    Optional<List<Data>> common(String one, String other) {
        if (!canAnswer(one) || !canAnswer(other)) {
            return Optional.empty();
        }
        List<List<Data>> pairs = new ArrayList<>();
        for (Data a : candidates(one)) {
            for (Data b : candidates(other)) {
                if (a.level().equals(b.level()) && a.frequency() == b.frequency()) {
                    pairs.add(List.of(a, b));
                }
            }
        }
        pairs.sort(Comparator.comparing(pair -> !(overlaps(pair.get(0)) && overlaps(pair.get(1)))));
        return pairs.stream().findFirst();
    }

    /** The data of some indicators that has one level and one frequency. */
    Optional<List<Data>> common(List<String> indicators) {
        if (!indicators.stream().allMatch(this::canAnswer)) {
            return Optional.empty();
        }
        List<List<Data>> found = new ArrayList<>();
        for (Data first : candidates(indicators.get(0))) {
            List<Data> like = indicators.stream()
                    .flatMap(id -> candidates(id).stream()
                            .filter(data ->
                                    data.level().equals(first.level()) && data.frequency() == first.frequency()))
                    .toList();
            if (like.size() == indicators.size()) {
                found.add(like);
            }
        }
        found.sort(Comparator.comparing(like -> !like.stream().allMatch(this::overlaps)));
        return found.stream().findFirst();
    }

    /** Adds all data that may answer for an indicator. */
    void involve(Set<Data> data, Indicator indicator) {
        involve(data, indicator.id());
        indicator.base().ifPresent(id -> involve(data, oracle.catalog.indicator(id)));
        indicator.weight().ifPresent(weight -> common(indicator.id(), weight).ifPresent(pair -> data.add(pair.get(0))));
        indicator.numerator().ifPresent(above -> {
            String below = indicator.denominator().orElseThrow();
            involve(data, above);
            involve(data, below);
            common(above, below).ifPresent(data::addAll);
            Stream.of(above, below)
                    .map(oracle.catalog::indicator)
                    .filter(part -> part.formula().isPresent())
                    .forEach(part -> involve(data, part));
        });
        indicator
                .formula()
                .ifPresent(formula -> formula.indicators().forEach(id -> involve(data, oracle.catalog.indicator(id))));
        new OracleFormulas(null, oracle)
                .of(indicator)
                .flatMap(formula -> common(formula.indicators().asList()))
                .ifPresent(data::addAll);
    }

    private void involve(Set<Data> data, String id) {
        if (canAnswer(id)) {
            data.add(data(id));
        }
    }

    /** The groups' regions: a code (empty for what is elsewhere) and all that belongs to it. */
    List<Map.Entry<String, Set<String>>> regions() {
        Set<String> inside = new LinkedHashSet<>();
        oracle.catalog.topRegions().forEach(top -> inside.addAll(oracle.below(top.code())));
        if (!query.within().isEmpty()) {
            Set<String> limited = new LinkedHashSet<>();
            query.within().forEach(root -> limited.addAll(oracle.below(root)));
            inside.retainAll(limited);
        }
        List<Map.Entry<String, Set<String>>> groups = new ArrayList<>();
        if (level().isEmpty()) {
            groups.add(Map.entry("", inside));
            return groups;
        }
        Set<String> elsewhere = new LinkedHashSet<>();
        for (String code : inside) {
            if (oracle.catalog.region(code).level().equals(level().get())) {
                groups.add(Map.entry(code, oracle.below(code)));
            } else if (oracle.ancestor(code, level().get()).isEmpty()
                    && oracle.catalog
                                    .levels()
                                    .compare(oracle.catalog.region(code).level(), level().get())
                            > 0) {
                elsewhere.add(code);
            }
        }
        if (!elsewhere.isEmpty()) {
            groups.add(Map.entry("", elsewhere));
        }
        return groups;
    }
}
