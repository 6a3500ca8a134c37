package org.grassrootskpi.progress;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.score.MemberFigures;
import org.grassrootskpi.score.ScoreItem;
import org.grassrootskpi.score.Scorecard;
import org.grassrootskpi.score.Scores;
import org.grassrootskpi.score.ScoringFunction;

/** Scores regions by the completion of their targets on indicators, all of the same weight. */
final class CompletionScores {
    private final Set<String> indicators = new LinkedHashSet<>();
    private final Map<String, Map<String, Target>> byRegion = new LinkedHashMap<>();

    CompletionScores(Catalog catalog, ProgressRule rule) {
        for (Target target : catalog.targets()) {
            boolean isRanked = catalog.region(target.region()).level().equals(rule.rankedLevel())
                    && target.figure().isPresent()
                    && target.indicator()
                            .filter(id -> catalog.indicator(id).direction() != Direction.LOWER)
                            .isPresent();
            if (isRanked) {
                String indicator = target.indicator().orElseThrow();
                indicators.add(indicator);
                byRegion.computeIfAbsent(target.region(), region -> new LinkedHashMap<>())
                        .merge(indicator, target, (a, b) -> later().compare(a, b) >= 0 ? a : b);
            }
        }
    }

    private static Comparator<Target> later() {
        return Comparator.comparing(target -> target.deadline().lastDay());
    }

    /** Returns the scores at the end of a month; empty where no region has such a target. */
    Optional<Scores> at(MonthEnd month) {
        if (byRegion.isEmpty()) {
            return Optional.empty();
        }
        MemberFigures.Builder figures = MemberFigures.builder();
        byRegion.forEach((region, targets) -> {
            for (String indicator : indicators) {
                Target target = targets.get(indicator);
                if (target == null) {
                    figures.notApplicable(region, indicator, "no target");
                } else {
                    completion(month, target)
                            .ifPresentOrElse(
                                    done -> figures.put(region, indicator, done),
                                    () -> figures.missing(region, indicator));
                }
            }
        });
        return Optional.of(card().score(figures.build()));
    }

    private Optional<Quantity> completion(MonthEnd month, Target target) {
        MonthEnd.Entry entry = month.of(target);
        return month.isReported(entry.judged()) || entry.state() == ItemState.REACHED
                ? MonthEnd.completion(entry)
                : Optional.empty();
    }

    private Scorecard card() {
        ImmutableList.Builder<ScoreItem> items = ImmutableList.builder();
        ScoringFunction completion = ScoringFunction.goalposts(BigDecimal.ZERO, BigDecimal.ONE, Direction.HIGHER)
                .clamped();
        for (String indicator : indicators) {
            items.add(ScoreItem.builder()
                    .id(indicator)
                    .weight(BigDecimal.ONE)
                    .unit(Unit.RATIO)
                    .scoring(completion)
                    .build());
        }
        return Scorecard.builder()
                .name(LocalizedText.of("完成率", "Completion"))
                .items(items.build())
                .normalisesWeights(true)
                .build();
    }
}
