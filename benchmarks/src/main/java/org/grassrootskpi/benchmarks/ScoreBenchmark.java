package org.grassrootskpi.benchmarks;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.score.MemberFigures;
import org.grassrootskpi.score.RankAcceptability;
import org.grassrootskpi.score.Ranks;
import org.grassrootskpi.score.ScoreItem;
import org.grassrootskpi.score.Scorecard;
import org.grassrootskpi.score.Scores;
import org.grassrootskpi.score.ScoringFunction;
import org.grassrootskpi.score.WeightRobustness;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Scores of every township by fifty indicators, printed to one decimal, so that each figure has bounds. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScoreBenchmark {
    private static final int DRAWS = 1_000;
    private static final long SEED = 20261127;

    /** How many townships. */
    @Param("41000")
    int members;

    /** How many indicators. */
    @Param("50")
    int items;

    /** Whether the goalposts are round numbers, or far apart by any whole number, so that scores have no finite decimals. */
    @Param({"true", "false"})
    boolean round;

    private Scorecard card = Scorecard.of(
            LocalizedText.of("考核", "Assessment"), ScoreItem.of("none", BigDecimal.ONE, ScoringFunction.asIs()));
    private MemberFigures figures = MemberFigures.builder().build();
    private WeightRobustness robustness = WeightRobustness.of(List.of(), List.of(BigDecimal.ONE), List.of());

    /** For JMH. */
    public ScoreBenchmark() {}

    /** Makes the figures and the scorecard. */
    @Setup
    public void makeFigures() {
        Random random = new Random(SEED);
        List<ScoreItem> all = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            BigDecimal lower = BigDecimal.valueOf(random.nextInt(10));
            BigDecimal range = BigDecimal.valueOf(round ? 100 : 80 + random.nextInt(40));
            all.add(ScoreItem.of(
                    "i" + item,
                    BigDecimal.valueOf(1 + random.nextInt(40)),
                    ScoringFunction.goalposts(
                                    lower, lower.add(range), random.nextBoolean() ? Direction.HIGHER : Direction.LOWER)
                            .clamped()));
        }
        card = Scorecard.builder()
                .name(LocalizedText.of("考核", "Assessment"))
                .items(all)
                .normalisesWeights(true)
                .build();
        MemberFigures.Builder made = MemberFigures.builder();
        for (int member = 0; member < members; member++) {
            for (int item = 0; item < items; item++) {
                made.put(
                        "m" + member, "i" + item, Quantity.of(BigDecimal.valueOf(random.nextInt(1100), 1), Unit.COUNT));
            }
        }
        figures = made.build();
        robustness = WeightRobustness.of(card.score(figures));
    }

    /**
     * {@return the scores with their bounds}
     */
    @Benchmark
    public Scores score() {
        return card.score(figures);
    }

    /**
     * {@return the scores with their bounds, ranked from the best to the worst place}
     */
    @Benchmark
    public Ranks scoreAndRank() {
        return card.score(figures).ranks();
    }

    /**
     * {@return the tolerance d* of the order of all neighbours}
     */
    @Benchmark
    public ImmutableList<WeightRobustness.Neighbours> neighbours() {
        return robustness.neighbours();
    }

    /**
     * {@return the places for a thousand weights}
     */
    @Benchmark
    public RankAcceptability draws() {
        return robustness.rankAcceptability(DRAWS, SEED);
    }
}
