package org.grassrootskpi.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.conformance.Oracle.Answer;
import org.grassrootskpi.conformance.Oracle.Data;
import org.grassrootskpi.conformance.Oracle.Spot;
import org.grassrootskpi.conformance.OracleSources.No;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Absence;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal.Reason;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** What the oracle says to one query: for a group and a measure an answer, or the reason of a refusal. */
final class OracleAnswers {
    private final Oracle oracle;
    private final Query query;
    private final OracleTotals totals;
    private final OracleSources sources;
    private final OracleMembers members;
    private final Optional<Frequency> frequency;
    private final Optional<RegionLevel> level;
    /** What was said already, an answer or a refusal: places ask each peer for all others. */
    private final Map<List<Object>, Object> said = new HashMap<>();

    OracleAnswers(Oracle oracle, Query query) {
        this.oracle = oracle;
        this.query = query;
        this.totals = new OracleTotals(oracle, query);
        this.sources = new OracleSources(oracle, query);
        this.members = oracle.members(query);
        this.frequency = sources.frequency();
        this.level = sources.level();
    }

    /** The answer for one cell; throws {@link No} where the measure must be refused. */
    Answer answer(Measure measure, List<Indicator> of, Spot spot, int window) {
        List<Object> question = List.of(measure, of.stream().map(Indicator::id).toList(), spot, window);
        Object known = said.get(question);
        if (known == null) {
            try {
                known = find(measure, of, spot, window);
            } catch (No no) {
                known = no;
            }
            said.put(question, known);
        }
        if (known instanceof No no) {
            throw no;
        }
        return (Answer) known;
    }

    private Answer find(Measure measure, List<Indicator> of, Spot spot, int window) {
        boolean ofObservations = measure.kind().isAggregate()
                && measure.kind() != Measure.Kind.VALUE
                && measure.kind() != Measure.Kind.SUM
                && measure.kind() != Measure.Kind.COVERAGE;
        if (ofObservations && of.size() == 1 && formulas().of(of.get(0)).isPresent()) {
            require(sources.hasData(of.get(0).id()), Reason.NO_DATA);
        }
        return switch (measure.kind()) {
            case VALUE -> value(of, spot, window);
            case COVERAGE ->
                OracleArithmetic.coverage(of.size() == 1 ? value(of, spot, window) : contributors(of, spot, window));
            case SUM -> sum(of, spot, window);
            case COUNT -> count(of, spot, window);
            case MEAN -> {
                require(
                        of.stream()
                                .allMatch(i -> i.kind() == IndicatorKind.FLOW
                                        || i.kind() == IndicatorKind.STOCK
                                        || i.kind() == IndicatorKind.SHARED_FLOW),
                        Reason.MEAN_OF_RATES);
                together(of);
                yield totals.observed(measure, checked(all(of), true), spot, spot.periods(window));
            }
            case MEAN_OF_RATES -> {
                require(
                        of.stream()
                                .allMatch(i -> i.kind() == IndicatorKind.RATIO
                                        || i.kind() == IndicatorKind.GROWTH
                                        || i.kind() == IndicatorKind.INDEX),
                        Reason.MEAN_OF_RATES);
                together(of);
                yield totals.observed(measure, checked(all(of), true), spot, spot.periods(window));
            }
            case MIN, MAX, QUANTILE, QUANTILE_SKETCH -> {
                together(of);
                yield totals.observed(measure, checked(all(of), true), spot, spot.periods(window));
            }
            default -> new OracleComparisons(this, oracle, level, sources.asked()).answer(measure, of, spot);
        };
    }

    static void require(boolean holds, Reason reason) {
        if (!holds) {
            throw new No(reason);
        }
    }

    Query query() {
        return query;
    }

    Optional<Frequency> frequency() {
        return frequency;
    }

    private Answer contributors(List<Indicator> of, Spot spot, int window) {
        of.stream().filter(this::isUnobserved).forEach(i -> sources.data(i.id()));
        return count(of, spot, window);
    }

    /** How many there are; how many there should be is known only if each indicator was observed at all. */
    private Answer count(List<Indicator> of, Spot spot, int window) {
        List<Indicator> observed =
                of.stream().filter(i -> sources.hasData(i.id())).toList();
        require(!observed.isEmpty(), Reason.NO_DATA);
        Answer answer =
                totals.observed(Measure.count(), checked(all(observed), false, spot), spot, spot.periods(window));
        return of.stream().noneMatch(this::isUnobserved)
                ? answer
                : new Answer(answer.value(), null, answer.present(), -1, answer.atLeast(), answer.status(), null, null);
    }

    /** A ratio of two parts and the growth of a base need no observations of their own. */
    private boolean isUnobserved(Indicator i) {
        return i.numerator().isEmpty() && i.base().isEmpty() && i.formula().isEmpty() && !sources.hasData(i.id());
    }

    /** The same data, if it may be put together as the query asks. */
    private List<Data> checked(List<Data> data, boolean demandsCompleteness) {
        data.forEach(one -> members.check(one, demandsCompleteness));
        return data;
    }

    List<Data> checked(List<Data> data, boolean demandsCompleteness, Spot spot) {
        if (spot.overall() == null) {
            return checked(data, demandsCompleteness);
        }
        data.forEach(one -> members.checkOverall(one, spot.overall(), demandsCompleteness));
        return data;
    }

    OracleFormulas formulas() {
        return new OracleFormulas(this, oracle);
    }

    Answer total(Data data, boolean last, Spot spot, int window) {
        return totals.total(List.of(data), last, spot, spot.periods(window));
    }

    boolean haveLikeMembers(Data one, Data other, Spot spot) {
        return spot.overall() == null
                ? members.haveLikeMembers(one, other)
                : members.haveLikeMembers(one, other, spot.overall());
    }

    OracleMembers members() {
        return members;
    }

    OracleSources sources() {
        return sources;
    }

    /** What a measure follows, in which a series may break. */
    OracleSeries series() {
        return new OracleSeries(this, oracle);
    }

    OracleBreaks breaks() {
        return new OracleBreaks(oracle, query);
    }

    OraclePairs pairs() {
        return new OraclePairs(oracle, query);
    }

    List<Data> all(List<Indicator> of) {
        return of.stream().map(i -> sources.data(i.id())).toList();
    }

    private void together(List<Indicator> of) {
        for (Indicator i : of) {
            require(of.size() == 1 || formulas().of(i).isEmpty(), Reason.TOTAL_BESIDE_PARTS);
            require(i.unit().hasSameBase(of.get(0).unit()), Reason.MIXED_UNITS);
            Optional<String> whole = i.partOf();
            while (whole.isPresent()) {
                Indicator w = oracle.catalog.indicator(whole.get());
                require(!of.contains(w), Reason.TOTAL_BESIDE_PARTS);
                whole = w.partOf();
            }
        }
    }

    private Answer value(List<Indicator> of, Spot spot, int window) {
        if (of.size() > 1) {
            OracleKinds.requireOneAdditive(of);
            together(of);
            return totals.total(checked(all(of), true, spot), Oracle.isStock(of.get(0)), spot, spot.periods(window));
        }
        Indicator i = of.get(0);
        Optional<IndicatorFormula> formula = formulas().answering(i);
        if (formula.isPresent()) {
            return orObserved(i, formulas().value(formula.get(), spot, window), spot, window);
        }
        return switch (i.kind()) {
            case FLOW, STOCK ->
                totals.total(checked(all(of), true, spot), Oracle.isStock(i), spot, spot.periods(window));
            case SHARED_FLOW -> sharedFlow(i, spot, window);
            case RATIO -> {
                if (i.numerator().isPresent()) {
                    Indicator n = oracle.catalog.indicator(i.numerator().get());
                    Indicator d = oracle.catalog.indicator(i.denominator().orElseThrow());
                    if (sources.canAnswer(n.id()) && sources.canAnswer(d.id())) {
                        yield orObserved(i, quotient(n, d, spot, window), spot, window);
                    }
                    if (!sources.hasData(i.id()) && sources.hasData(n.id()) && sources.hasData(d.id())) {
                        sources.data(n.id());
                        sources.data(d.id());
                    }
                }
                yield weighted(i, Reason.RATIO_WITHOUT_PARTS, spot, window);
            }
            case INDEX -> weighted(i, Reason.INDEX_WITHOUT_WEIGHT, spot, window);
            case GROWTH -> {
                if (i.base().isEmpty() || !sources.hasData(i.base().get())) {
                    yield single(i, Reason.GROWTH_WITHOUT_BASE, spot, window);
                }
                Answer derived;
                try {
                    derived = new OracleComparisons(this, oracle, level, sources.asked())
                            .growthOfBase(oracle.catalog.indicator(i.base().get()), spot, window);
                } catch (No ofBase) {
                    if (!isSingle(i, spot, window)) {
                        throw ofBase;
                    }
                    yield totals.total(all(of), false, spot, spot.periods(window));
                }
                yield orObserved(i, derived, spot, window);
            }
            default -> single(i, Reason.NEVER_AGGREGATED, spot, window);
        };
    }

    private Answer weighted(Indicator i, Reason otherwise, Spot spot, int window) {
        if (i.weight().isPresent()) {
            Optional<List<Data>> pair = sources.common(i.id(), i.weight().get());
            if (pair.isPresent()) {
                members.check(pair.get().get(0), true);
                return orObserved(
                        i,
                        totals.weighted(pair.get().get(0), pair.get().get(1), spot, spot.periods(window)),
                        spot,
                        window);
            }
        }
        return single(i, otherwise, spot, window);
    }

    /** A ratio by pairs, where both parts have data of one level and frequency. */
    private Answer quotient(Indicator n, Indicator d, Spot spot, int window) {
        Optional<List<Data>> common = sources.common(n.id(), d.id());
        List<Data> parts = checked(common.orElseGet(() -> List.of(sources.data(n.id()), sources.data(d.id()))), true);
        Answer above = totals.total(List.of(parts.get(0)), Oracle.isStock(n), spot, spot.periods(window));
        Answer below = totals.total(List.of(parts.get(1)), Oracle.isStock(d), spot, spot.periods(window));
        boolean alike = Oracle.isStock(n) == Oracle.isStock(d) || onePeriod(parts.get(0), spot, window);
        boolean comparable = OraclePairs.isObserved(above)
                && OraclePairs.isObserved(below)
                && OracleArithmetic.isOfOneMoment(above, below);
        if (common.isEmpty() || !alike || !comparable || !members.haveLikeMembers(parts.get(0), parts.get(1))) {
            Answer quotient = OracleArithmetic.quotient(above, below);
            boolean paired = common.isPresent() && alike && members.haveLikeMembers(parts.get(0), parts.get(1));
            quotient = !paired && new OraclePairs.Two(above, below, false).isIncomplete()
                    ? quotient.with(Remark.NOT_PAIRED)
                    : quotient;
            return saysOverSeveral(n, d, parts, spot, window) ? quotient.with(Remark.OVER_SEVERAL_PERIODS) : quotient;
        }
        OraclePairs.Two two = pairs().parts(parts.get(0), parts.get(1), spot, window, above, below);
        return OracleArithmetic.quotient(two.one(), two.other());
    }

    /** A flow of several periods beside a stock of one, in a result whose rows are no periods. */
    private boolean saysOverSeveral(Indicator n, Indicator d, List<Data> parts, Spot spot, int window) {
        boolean mixed = Oracle.isStock(n) != Oracle.isStock(d);
        return mixed && spot.period() == null && !onePeriod(parts.get(Oracle.isStock(n) ? 1 : 0), spot, window);
    }

    /** The observed figure where what follows from others lacks data. */
    private Answer orObserved(Indicator i, Answer derived, Spot spot, int window) {
        boolean divides = derived.absence() == Absence.ZERO_DENOMINATOR
                || derived.absence() == Absence.ZERO_BASE
                || derived.absence() == Absence.NEGATIVE_BASE;
        if (derived.has() || divides || !isSingle(i, spot, window)) {
            return derived;
        }
        Answer own = totals.total(all(List.of(i)), Oracle.isStock(i), spot, spot.periods(window));
        return own.has()
                ? new Answer(
                        own.value(),
                        null,
                        own.present(),
                        own.expected(),
                        own.atLeast(),
                        own.status(),
                        own.asOf(),
                        own.qualifier(),
                        0,
                        Set.of(Remark.AS_OBSERVED))
                : derived;
    }

    /** Whether a cell is one observation of an indicator. */
    boolean isSingle(Indicator i, Spot spot, int window) {
        if (!sources.canAnswer(i.id())) {
            return false;
        }
        try {
            return isSingle(sources.data(i.id()), spot, window);
        } catch (No totals) {
            return false;
        }
    }

    private boolean isSingle(Data data, Spot spot, int window) {
        // The whole of a share reaches up to a region above the groups.
        boolean reachesAbove = spot.regions().stream()
                .anyMatch(code -> oracle.catalog
                                .levels()
                                .compare(oracle.catalog.region(code).level(), data.level())
                        < 0);
        return isOneRegion(data, spot.overall())
                && !reachesAbove
                && onePeriod(data, spot, window)
                && spot.region() != null;
    }

    private Answer single(Indicator i, Reason otherwise, Spot spot, int window) {
        Data data = sources.data(i.id());
        require(isSingle(data, spot, window), otherwise);
        return totals.total(List.of(data), false, spot, spot.periods(window));
    }

    /** Of what regions may share, the periods of one region add up and nothing else does. */
    private Answer sharedFlow(Indicator i, Spot spot, int window) {
        Data data = sources.data(i.id());
        require(isOneRegion(data, null), Reason.SUM_OF_SHARED_FLOW);
        return totals.total(List.of(data), false, spot, spot.periods(window));
    }

    private boolean isOneRegion(Data data, String overall) {
        boolean region = level.isPresent()
                ? level.get().equals(data.level())
                : sources.roots().size() == 1
                        && oracle.catalog.region(sources.roots().get(0)).level().equals(data.level());
        return members.isOneEverywhere(data, overall) && region;
    }

    boolean onePeriod(Data data, Spot spot, int window) {
        if (spot.period() == null) {
            TimePeriod first = TimePeriod.containing(spot.start(), data.frequency());
            first = first.firstDay().isBefore(spot.start()) ? first.next() : first;
            return first.next().lastDay().isAfter(spot.end());
        }
        return window == Spot.SINGLE && data.frequency() == frequency.orElseThrow();
    }

    private Answer sum(List<Indicator> of, Spot spot, int window) {
        if (of.size() == 1 && of.get(0).kind() == IndicatorKind.SHARED_FLOW) {
            return sharedFlow(of.get(0), spot, window);
        }
        OracleKinds.requireOneAdditive(of);
        if (of.size() == 1 && formulas().of(of.get(0)).isPresent()) {
            Indicator i = of.get(0);
            for (String part : formulas().of(i).get().indicators()) {
                require(
                        !Oracle.isStock(i) || onePeriod(sources.data(part), spot, window),
                        Reason.SUM_OF_STOCK_OVER_TIME);
            }
            return value(of, spot, window);
        }
        for (Indicator i : of) {
            require(!Oracle.isStock(i) || onePeriod(sources.data(i.id()), spot, window), Reason.SUM_OF_STOCK_OVER_TIME);
        }
        together(of);
        return totals.total(checked(all(of), true, spot), false, spot, spot.periods(window));
    }
}
