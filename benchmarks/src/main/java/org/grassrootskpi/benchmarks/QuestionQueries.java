package org.grassrootskpi.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** The questions as our queries. */
final class QuestionQueries {
    private static final Dimension ALL = Dimension.topSector();
    private static final Dimension PARENT = Dimension.region(RegionLevel.TOWNSHIP);
    private static final Dimension COMMUNITY = Dimension.region(RegionLevel.COMMUNITY);
    private static final Dimension YEAR = Dimension.period(Frequency.ANNUAL);
    private static final Dimension MONTH = Dimension.period(Frequency.MONTHLY);
    private static final Dimension SOURCE = Dimension.extra(BenchmarkData.SOURCE);
    private static final int TOP = 10;

    private QuestionQueries() {}

    /** The query of a question, for data with so many indicators. */
    static Query of(Question question, int indicators) {
        Query query =
                Query.select(IntStream.range(question.firstIndicator(), Math.min(question.endIndicator(), indicators))
                        .mapToObj(BenchmarkData::indicator)
                        .collect(ImmutableList.toImmutableList()));
        Query asked = switch (question) {
            case Q1, W11S, W11Q -> query.measures(Measure.sum(), Measure.count());
            case Q2, W16 -> query.groupBy(ALL, PARENT, YEAR).measures(Measure.sum());
            case Q3 ->
                query.groupBy(Dimension.indicator(), COMMUNITY).measures(Measure.sum(), Measure.min(), Measure.max());
            case Q4, W21, X1, X2 ->
                query.groupBy(Dimension.indicator(), COMMUNITY, MONTH).measures(Measure.sum());
            case Q5 ->
                Query.select(BenchmarkData.ratio(0)).groupBy(PARENT, YEAR).measures(Measure.value());
            case Q6 ->
                query.groupBy(ALL, PARENT, Dimension.period(Frequency.QUARTERLY))
                        .measures(Measure.yearOnYear());
            case Q7 ->
                query.within(BenchmarkData.parent(123))
                        .during(TimePeriod.ofYear(BenchmarkData.FIRST_YEAR + 2))
                        .groupBy(MONTH)
                        .measures(Measure.sum());
            case W1, W12S, W12Q -> query.groupBy(ALL, PARENT, YEAR).measures(Measure.min(), Measure.max());
            case W2 -> query.groupBy(ALL, PARENT, YEAR).measures(Measure.quantile(0.5), Measure.quantile(0.9));
            case W3 ->
                query.groupBy(PARENT, YEAR)
                        .measures(Measure.quantile(0.5))
                        .orderBy(Order.descending(Measure.quantile(0.5)))
                        .limit(TOP);
            case W4 -> query.groupBy(ALL, PARENT, YEAR).measures(Measure.quantileSketch(0.5));
            case W5 ->
                query.groupBy(COMMUNITY)
                        .measures(Measure.value(), Measure.share(), Measure.rank())
                        .orderBy(Order.descending(Measure.value()))
                        .limit(TOP);
            case W6 ->
                query.during(TimePeriod.ofYear(BenchmarkData.FIRST_YEAR + 5))
                        .groupBy(COMMUNITY, YEAR)
                        .measures(Measure.yearOnYear())
                        .orderBy(Order.descending(Measure.yearOnYear()))
                        .limit(TOP);
            case W7, W13S, W13Q -> query.groupBy(ALL, PARENT, MONTH).measures(Measure.count(), Measure.coverage());
            case W8 ->
                query.groupBy(Dimension.indicator(), PARENT, MONTH).measures(Measure.count(), Measure.coverage());
            case W9 -> query.groupBy(ALL, PARENT, MONTH).measures(Measure.rolling(12));
            case W10 -> query.groupBy(ALL, COMMUNITY, MONTH).measures(Measure.yearToDate());
            case W14 -> query.groupBy(ALL, SOURCE, PARENT).measures(Measure.sum());
            case W15 ->
                query.where(BenchmarkData.SOURCE, TableLoad.source(1))
                        .groupBy(ALL, PARENT, YEAR)
                        .measures(Measure.sum());
            case W17 ->
                query.groupBy(COMMUNITY, Dimension.period(Frequency.DAILY)).measures(Measure.rolling(30));
            case W18A -> query.groupBy(Dimension.sector()).measures(Measure.sum());
            case W18B -> query.groupBy(ALL, MONTH).measures(Measure.sum());
            case T1 -> query.groupBy(Dimension.indicator(), COMMUNITY, MONTH).measures(Measure.attainment());
            case T2 -> query.groupBy(Dimension.indicator(), PARENT, MONTH).measures(Measure.gapToSchedule());
            case W20 ->
                query.groupBy(COMMUNITY)
                        .measures(Measure.value())
                        .orderBy(Order.descending(Measure.value()))
                        .limit(TOP);
            // What is looked at after an append: every row.
            case W19A, W19B -> query.groupBy(MONTH).measures(Measure.sum(), Measure.count());
        };
        return asked.observedOnly();
    }
}
