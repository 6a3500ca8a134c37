package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.check.Known.Use;
import org.grassrootskpi.quantity.LikelyBoundsPolicy;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.report.FigureRole;
import org.grassrootskpi.time.TimePeriod;

/** A report against what earlier reports and a catalogue say of the same subjects. */
final class HistoryExaminer implements Examiner {
    private static final String VALUE = "history.value";
    private static final String BASE = "history.base";
    private static final String GROWTH = "history.growth";
    private static final String FLOW = "history.flow";
    private static final String TARGET = "history.target";
    private static final String DROPPED = "history.dropped";
    private static final String DROPPED_TARGET = "history.target-dropped";
    private static final Quantity ONE = Quantity.ofExact(BigDecimal.ONE, Unit.RATIO);

    private final KnownFigures known;

    HistoryExaminer(KnownFigures known) {
        this.known = known;
    }

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed figure : sentence.figures()) {
                Optional<TimePeriod> period = figure.period();
                if (period.isPresent()
                        && !figure.isPlanned()
                        && figure.mention().rangeEnd().isEmpty()) {
                    examine(figure, period.get(), ledger);
                }
            }
        }
        dropped(text, ledger);
    }

    private void examine(Printed figure, TimePeriod period, Ledger ledger) {
        boolean level =
                (figure.is(FigureRole.LEVEL) || figure.is(FigureRole.TO)) && (figure.isAmount() || figure.isRatio());
        boolean base = CheckWords.atEnd(Kind.BASE, CheckWords.withoutTail(figure.before()))
                .isPresent();
        if (level && base) {
            base(figure, period, ledger);
        } else if (level) {
            enter(VALUE, figure, known.of(figure, Use.LEVEL, period::equals), ledger);
            flow(figure, period, ledger);
            target(figure, period, ledger);
        } else if (figure.is(FigureRole.CHANGE) && figure.isRatio()) {
            growth(figure, period, ledger);
            targetGrowth(figure, period, ledger);
        }
    }

    private static void enter(String rule, Printed figure, List<Known> same, Ledger ledger) {
        List<Equation> readings = new ArrayList<>();
        for (Known other : same) {
            readings.add(Equation.equal(rule, figure, other.shown(), other.quantity())
                    .from(other)
                    .need(figure, other.quantity()));
        }
        ledger.enter(readings);
    }

    /** The reader gives 上年同期 the year before or, where it does not know it, that of the figure. */
    private void base(Printed figure, TimePeriod period, Ledger ledger) {
        List<Known> same = new ArrayList<>(known.of(figure, Use.LEVEL, period::equals));
        period.yearEarlier().ifPresent(earlier -> same.addAll(known.of(figure, Use.LEVEL, earlier::equals)));
        enter(BASE, figure, same, ledger);
    }

    /** A growth against the level of the report and the known one of the year before. */
    private void growth(Printed change, TimePeriod period, Ledger ledger) {
        Optional<TimePeriod> earlier = period.yearEarlier();
        boolean yearly =
                change.mention().against().filter("previous-year"::equals).isPresent();
        if (earlier.isEmpty() || !yearly) {
            return;
        }
        Optional<Printed> level = levelBefore(change);
        if (level.isEmpty() || level.get().isRatio()) {
            return;
        }
        List<Equation> readings = new ArrayList<>();
        for (Known base : known.of(level.get(), Use.LEVEL, earlier.get()::equals)) {
            Quantity growth = Equation.attempt(
                    () -> level.get().quantity().dividedBy(base.quantity()).minus(ONE));
            if (growth != null) {
                Quantity stated = change.isFall() ? growth.negated() : growth;
                String left = level.get().shown() + " ÷ " + base.shown() + " - 1";
                readings.add(Equation.equal(GROWTH, change, change.isFall() ? "-(" + left + ")" : left, stated)
                        .with(level.get(), null)
                        .from(base)
                        .need(change, stated)
                        .atMostA(GrowthExaminer.ceiling(change).below()));
            }
        }
        ledger.enter(readings);
    }

    private static Optional<Printed> levelBefore(Printed change) {
        for (int i = change.index() - 1; i >= 0; i--) {
            Printed figure = change.sentence().figures().get(i);
            if (figure.isAmount()
                    && !figure.is(FigureRole.FROM)
                    && figure.subject().equals(change.subject())
                    && !figure.isPlanned()) {
                return Optional.of(figure);
            }
        }
        return Optional.empty();
    }

    /** What happened since the beginning of the year does not become less when the year goes on. */
    private void flow(Printed figure, TimePeriod period, Ledger ledger) {
        boolean state = figure.mention().period().filter(of -> of.isEnd()).isPresent()
                || CheckWords.isIn(Kind.STOCK, figure.clause())
                || CheckWords.isIn(Kind.INTENSIVE, figure.clause())
                || CheckWords.isIn(Kind.STOCK_NAME, figure.subject())
                || !figure.isAmount();
        if (state || !isLargest(figure)) {
            return;
        }
        List<Known> earlier = known.of(
                figure,
                Use.LEVEL,
                of -> of.firstDay().equals(period.firstDay()) && of.lastDay().isBefore(period.lastDay()));
        List<Equation> readings = new ArrayList<>();
        for (Known part : earlier) {
            readings.add(Equation.atLeast(
                            FLOW,
                            figure,
                            part.shown(),
                            part.quantity().value(),
                            part.quantity().bounds())
                    .from(part));
        }
        ledger.enter(readings);
    }

    /** Of several figures with the same name the largest is that of the whole. */
    private static boolean isLargest(Printed figure) {
        return figure.sentence().figures().stream()
                .filter(other -> other.isAmount()
                        && other.hasUnitOf(figure)
                        && other.subject().equals(figure.subject()))
                .allMatch(other -> other.value().compareTo(figure.value()) <= 0);
    }

    private void target(Printed figure, TimePeriod period, Ledger ledger) {
        if (CheckWords.isIn(Kind.MISSED, figure.sentence().text())) {
            return;
        }
        List<Equation> readings = new ArrayList<>();
        for (Known target : known.of(figure, Use.TARGET, period::equals)) {
            readings.add(against(TARGET, figure, target));
        }
        ledger.enter(readings);
    }

    private void targetGrowth(Printed change, TimePeriod period, Ledger ledger) {
        if (change.isFall() || CheckWords.isIn(Kind.MISSED, change.sentence().text())) {
            return;
        }
        List<Equation> readings = new ArrayList<>();
        for (Known target : known.of(change, Use.TARGET_GROWTH, period::equals)) {
            readings.add(against(TARGET, change, target));
        }
        ledger.enter(readings);
    }

    /** A limit (5.2%以内) is kept below it; anything else is reached above it, 左右 from where that word begins. */
    private static Equation against(String rule, Printed figure, Known target) {
        Quantity planned = target.quantity();
        boolean limit = planned.qualifier() == Qualifier.AT_MOST || planned.qualifier() == Qualifier.BELOW;
        Range<BigDecimal> likely = planned.qualifier() == Qualifier.ABOUT
                ? planned.likelyBounds(LikelyBoundsPolicy.standard())
                : planned.bounds();
        Equation equation = limit
                ? Equation.atMost(rule, figure, target.shown(), planned.value(), planned.bounds())
                : Equation.atLeast(rule, figure, target.shown(), planned.value(), likely);
        return equation.from(target);
    }

    private void dropped(CheckedText text, Ledger ledger) {
        Set<String> subjects = text.sentences().stream()
                .flatMap(sentence -> sentence.figures().stream())
                .map(Printed::subject)
                .filter(subject -> !subject.isEmpty())
                .collect(Collectors.toSet());
        String all = text.report().text();
        Set<String> asked = new HashSet<>();
        Optional<TimePeriod> year = text.report().period();
        Map<Place, List<Known>> targets = new LinkedHashMap<>();
        for (Known target : known.targets()) {
            if (year.filter(target.period()::equals).isPresent()) {
                targets.computeIfAbsent(target.place(), place -> new ArrayList<>())
                        .add(target);
            }
        }
        // An indicator of a catalogue goes by several names: one of them is enough.
        targets.forEach((place, names) -> {
            boolean mentioned = names.stream()
                    .anyMatch(target -> subjects.contains(target.subject()) || all.contains(target.subject()));
            Known target = names.get(0);
            if (!mentioned && ledger.rule(DROPPED_TARGET).isPresent()) {
                names.forEach(name -> asked.add(name.subject()));
            }
            ledger.enter(
                    DROPPED_TARGET,
                    ImmutableList.of(place),
                    mentioned,
                    target.period() + ": " + target.subject() + " " + target.shown(),
                    CheckLevel.ERROR);
        });
        for (Known key : known.key()) {
            if (!asked.contains(key.subject())) {
                boolean mentioned = subjects.contains(key.subject()) || all.contains(key.subject());
                ledger.enter(
                        DROPPED,
                        ImmutableList.of(key.place()),
                        mentioned,
                        key.period() + ": " + key.subject() + " " + key.shown(),
                        CheckLevel.ERROR);
            }
        }
    }
}
