package org.grassrootskpi.update;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Outcome.Status;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.FigurePeriod;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.update.StageWords.Reached;
import org.grassrootskpi.update.UpdateWords.Kind;
import org.jspecify.annotations.Nullable;

/** Reads what a statement says became of a commitment. */
final class OutcomeReader {
    private final TimePeriod year;

    OutcomeReader(TimePeriod year) {
        this.year = year;
    }

    /**
     * What a statement says.
     *
     * @param weight how express it is: of several sentences the most express one counts
     * @param word the word that says so; empty where none does
     * @param isOpen true where more may come
     */
    record Said(
            Status status,
            int weight,
            String word,
            Optional<TimePeriod> time,
            Optional<Quantity> completion,
            Optional<Quantity> figure,
            boolean isOpen) {
        static Said of(Status status, int weight, String word) {
            return new Said(status, weight, word, Optional.empty(), Optional.empty(), Optional.empty(), false);
        }

        Said at(Optional<TimePeriod> other) {
            return new Said(status, weight, word, other, completion, figure, isOpen);
        }

        Outcome.Builder outcome(Target target, TimePeriod asOf) {
            Outcome.Builder outcome = Outcome.builder()
                    .target(target.id())
                    .asOf(asOf)
                    .status(status)
                    .completion(completion)
                    .figure(figure);
            if (status == Status.DONE) {
                outcome.reached(time);
            } else if (status == Status.CHANGED) {
                outcome.deadline(time);
            }
            return outcome;
        }
    }

    Said read(Statement statement, Target target, @Nullable StageModel model, List<FigureMention> figures) {
        String words = statement.words();
        Optional<String> dropped = UpdateWords.in(Kind.DROPPED, words);
        if (dropped.isPresent()) {
            return Said.of(Status.DROPPED, 6, dropped.get());
        }
        Optional<String> postponed = UpdateWords.in(Kind.POSTPONED, words);
        if (postponed.isPresent()) {
            String behind = words.substring(
                    words.indexOf(postponed.get()) + postponed.get().length());
            Optional<TimePeriod> deadline = FigurePeriod.lastIn(behind, year)
                    .map(FigurePeriod::to)
                    .filter(time -> !time.equals(target.deadline()));
            if (deadline.isPresent()) {
                return Said.of(Status.CHANGED, 6, postponed.get()).at(deadline);
            }
        }
        return ofFigure(words, target, figures)
                .or(() -> model == null || target.stage().isEmpty() ? Optional.empty() : ofStage(words, target, model))
                .orElseGet(() -> ofWords(words, target));
    }

    /** 已完成6个 of 8, or 总工程量的85%. */
    private Optional<Said> ofFigure(String words, Target target, List<FigureMention> figures) {
        for (FigureMention figure : figures) {
            Quantity quantity = figure.quantity();
            Optional<String> rest = UpdateWords.in(Kind.REST, words);
            boolean rate = quantity.unit().isRatio() && rest.isPresent() && words.contains(figure.surface());
            if (rate && quantity.value().compareTo(BigDecimal.ONE) <= 0) {
                boolean all = quantity.value().compareTo(BigDecimal.ONE) == 0;
                return Optional.of(new Said(
                        all ? Status.DONE : Status.UNDER_WAY,
                        5,
                        rest.get() + figure.surface(),
                        Optional.empty(),
                        Optional.of(quantity),
                        Optional.empty(),
                        false));
            }
            boolean counted = target.figure()
                    .filter(asked -> asked.unit().equals(quantity.unit())
                            && asked.value().compareTo(quantity.value()) != 0
                            && asked.value().signum() > 0)
                    .isPresent();
            if (counted && UpdateWords.in(Kind.FINISH, words).isPresent() && words.contains(figure.surface())) {
                return Optional.of(counted(target.figure().orElseThrow(), figure));
            }
        }
        return Optional.empty();
    }

    private static Said counted(Quantity asked, FigureMention figure) {
        Quantity done = figure.quantity();
        boolean all = done.value().compareTo(asked.value()) >= 0;
        return new Said(
                all ? Status.DONE : Status.UNDER_WAY,
                5,
                figure.phrase(),
                Optional.empty(),
                share(done, asked),
                Optional.of(done),
                !all);
    }

    private static Optional<Quantity> share(Quantity done, Quantity asked) {
        try {
            return Optional.of(Quantity.parse(done.dividedBy(asked)
                            .value()
                            .movePointRight(2)
                            .setScale(1, java.math.RoundingMode.HALF_UP)
                            .stripTrailingZeros()
                            .toPlainString()
                    + "%"));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Optional<Said> ofStage(String words, Target target, StageModel model) {
        Optional<Stage> asked = target.stage().flatMap(model::stage);
        List<Reached> named = StageWords.in(words, model, year);
        if (asked.isEmpty() || named.isEmpty()) {
            return Optional.empty();
        }
        int order = model.order(asked.get().id());
        Reached furthest = named.get(named.size() - 1);
        if (furthest.isDenied()) {
            boolean atAll = model.order(furthest.stage().id()) <= order;
            return Optional.of(Said.of(atAll ? Status.NOT_STARTED : Status.UNDER_WAY, 5, furthest.word()));
        }
        Optional<Reached> reached = ImmutableList.copyOf(named).reverse().stream()
                .filter(Reached::isReached)
                .findFirst();
        if (reached.isEmpty()) {
            return Optional.of(Said.of(Status.UNDER_WAY, 2, furthest.word()));
        }
        Reached at = reached.get();
        int ahead = model.order(at.stage().id()) - order;
        boolean enough = at.stage().kind() == Stage.Kind.STEP
                || at.phase().equals(Optional.of(Milestone.Phase.FINISHED))
                || target.strength() == Target.Strength.START;
        boolean isDone = ahead > 0 || (ahead == 0 && enough);
        boolean goesOn = target.strength() == Target.Strength.CONTINUE && !at.isEvent();
        return Optional.of(
                isDone && !goesOn
                        ? Said.of(Status.DONE, 5, at.word()).at(at.period())
                        : Said.of(Status.UNDER_WAY, 4, at.word()));
    }

    private Said ofWords(String words, Target target) {
        Optional<String> finish = UpdateWords.in(Kind.FINISH, words);
        Optional<String> started = UpdateWords.in(Kind.STARTED, words);
        Optional<String> goesOn = UpdateWords.in(Kind.GOING_ON, words);
        Optional<String> notYet = UpdateWords.in(Kind.NOT_YET, words);
        if (notYet.isPresent()) {
            boolean atAll = started.isPresent() || finish.isEmpty();
            return Said.of(atAll ? Status.NOT_STARTED : Status.UNDER_WAY, 4, notYet.get());
        }
        boolean planned = UpdateWords.in(Kind.WILL, words).isPresent();
        boolean toFinish = target.strength() != Target.Strength.CONTINUE;
        if (finish.isPresent() && !planned && toFinish) {
            return Said.of(Status.DONE, 4, finish.get()).at(time(words));
        }
        if (started.isPresent() && !planned && target.strength() == Target.Strength.START) {
            return Said.of(Status.DONE, 4, started.get()).at(time(words));
        }
        return finish.or(() -> started)
                .or(() -> goesOn)
                .map(word -> Said.of(Status.UNDER_WAY, 3, word))
                .orElseGet(() -> Said.of(Status.UNDER_WAY, 1, ""));
    }

    private Optional<TimePeriod> time(String words) {
        return FigurePeriod.lastIn(words, year)
                .map(FigurePeriod::to)
                .filter(period -> !period.equals(year) && year.contains(period));
    }
}
