package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.report.FigureRole;
import org.jspecify.annotations.Nullable;

/** A change with its new level, its old one and its amount: any three of them must fit, in whatever order they are printed. */
final class GrowthExaminer implements Examiner {
    private static final String BASE = "growth.base";
    private static final String AMOUNT = "growth.amount";
    private static final String DIFFERENCE = "change.amount";
    private static final String POINTS = "points.base";
    private static final String PERCENT = "words.points";
    private static final String MULTIPLE = "growth.multiple";
    private static final String TIMES = "words.times";
    private static final String PREVIOUS_YEAR = "previous-year";
    private static final String IN_POINTS = "个百分点";
    private static final String DOUBLED = "翻";
    private static final int REACH = 4;
    private static final int LONGEST = 24;
    private static final Pattern YEAR = Pattern.compile("([12][0-9]{3})年(?:度|末|底)?");
    private static final Quantity ONE = Quantity.ofExact(BigDecimal.ONE, Unit.RATIO);

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed figure : sentence.figures()) {
                if (isChange(figure)) {
                    examine(sentence, figure, ledger);
                }
            }
        }
    }

    private static boolean isChange(Printed figure) {
        return (figure.is(FigureRole.CHANGE) || figure.is(FigureRole.MULTIPLE))
                && figure.mention().rangeEnd().isEmpty()
                && !figure.isPlanned();
    }

    private static void examine(Sentence sentence, Printed change, Ledger ledger) {
        Around around = new Around(change);
        around.look(sentence);
        if (change.isRatio()) {
            if (around.level != null && around.level.isRatio()) {
                rateInPercent(change, around, ledger);
            } else {
                relative(change, around, ledger);
            }
        } else if (change.quantity().unit().isPercentagePoint()) {
            points(change, around, ledger);
        } else if (change.hasCode("times")) {
            multiple(change, around, ledger);
        } else if (around.level != null && around.base != null && change.hasUnitOf(around.level)) {
            difference(change, around.level, around.base, ledger);
        }
    }

    private static void relative(Printed change, Around around, Ledger ledger) {
        Printed level = around.level;
        if (level != null && around.base != null) {
            growth(change, level, around.base, ledger);
        } else if (level != null && around.amount != null) {
            amount(change, level, around.amount, ledger);
        } else {
            ledger.impossible(BASE);
        }
    }

    private static void growth(Printed change, Printed level, Printed base, Ledger ledger) {
        Quantity growth = Equation.attempt(
                () -> level.quantity().dividedBy(base.quantity()).minus(ONE));
        if (growth == null) {
            ledger.impossible(BASE);
            return;
        }
        boolean fall = change.isFall();
        String left =
                fall ? "1 - " + level.shown() + " ÷ " + base.shown() : level.shown() + " ÷ " + base.shown() + " - 1";
        Quantity factor = factor(change);
        Equation equation = Equation.equal(BASE, change, left, signed(growth, fall))
                .with(
                        level,
                        factor == null
                                ? null
                                : Equation.attempt(() -> base.quantity().times(factor)))
                .with(
                        base,
                        factor == null
                                ? null
                                : Equation.attempt(() -> level.quantity().dividedBy(factor)))
                .need(change, signed(growth, fall));
        ledger.enter(equation.atMostA(ceiling(change)));
    }

    private static void amount(Printed change, Printed level, Printed amount, Ledger ledger) {
        boolean fall = amount.isFall();
        Quantity before = Equation.attempt(() -> fall
                ? level.quantity().plus(amount.quantity())
                : level.quantity().minus(amount.quantity()));
        Quantity growth =
                before == null ? null : Equation.attempt(() -> amount.quantity().dividedBy(before));
        if (growth == null) {
            ledger.impossible(AMOUNT);
            return;
        }
        // Level and amount have one error each, which the quotient would take for two: d ÷ (L - d) = 1 ÷ (L ÷ d - 1).
        Quantity exact = Equation.attempt(() -> Quantity.ofExact(BigDecimal.ONE, Unit.RATIO)
                .dividedBy(
                        fall
                                ? level.quantity().dividedBy(amount.quantity()).plus(ONE)
                                : level.quantity().dividedBy(amount.quantity()).minus(ONE)));
        Quantity computed = exact == null ? growth : exact;
        boolean turned = fall != change.isFall();
        String left = amount.shown() + " ÷ (" + level.shown() + (fall ? " + " : " - ") + amount.shown() + ")";
        Quantity factor = factor(change);
        Equation equation = Equation.equal(AMOUNT, change, left, turned ? computed.negated() : computed)
                .with(level, null)
                .with(
                        amount,
                        factor == null || turned
                                ? null
                                : Equation.attempt(
                                        () -> level.quantity().dividedBy(factor).times(change.quantity())))
                .need(change, turned ? computed.negated() : computed);
        ledger.enter(equation.atMostA(ceiling(change)));
    }

    private static void difference(Printed change, Printed level, Printed base, Ledger ledger) {
        Quantity difference = signed(level.quantity().minus(base.quantity()), change.isFall());
        String left = change.isFall() ? base.shown() + " - " + level.shown() : level.shown() + " - " + base.shown();
        ledger.enter(Equation.equal(DIFFERENCE, change, left, difference)
                .with(level, null)
                .with(base, null)
                .need(change, difference)
                .atMostA(ceiling(change)));
    }

    private static void points(Printed change, Around around, Ledger ledger) {
        if (around.level == null || around.base == null || !around.level.isRatio()) {
            ledger.impossible(POINTS);
            return;
        }
        Quantity difference = signed(around.level.quantity().minus(around.base.quantity()), change.isFall());
        ledger.enter(Equation.equal(POINTS, change, pointsLeft(change, around), difference)
                .with(around.level, null)
                .with(around.base, null)
                .need(change, difference));
    }

    private static String pointsLeft(Printed change, Around around) {
        String level = around.level == null ? "" : around.level.shown();
        String base = around.base == null ? "" : around.base.shown();
        return change.isFall() ? base + " - " + level : level + " - " + base;
    }

    /** A rate that goes from 5.2% to 4.8% falls by 0.4 points, or by 7.7 %; 下降0.4% is neither. */
    private static void rateInPercent(Printed change, Around around, Ledger ledger) {
        Printed level = around.level;
        Printed base = around.base;
        if (level == null || base == null) {
            ledger.impossible(BASE);
            return;
        }
        Quantity difference = signed(level.quantity().minus(base.quantity()), change.isFall());
        Quantity growth = Equation.attempt(
                () -> level.quantity().dividedBy(base.quantity()).minus(ONE));
        if (growth == null) {
            ledger.impossible(BASE);
            return;
        }
        Quantity stated = signed(growth, change.isFall());
        Equation relative = Equation.equal(BASE, change, level.shown() + " ÷ " + base.shown() + " - 1", stated);
        Equation inPoints = Equation.equal(PERCENT, change, pointsLeft(change, around), difference);
        if (!relative.isDecidable()) {
            ledger.impossible(BASE);
        } else if (!relative.holds() && inPoints.holds()) {
            ledger.enter(
                    PERCENT,
                    ImmutableList.of(change.place(), level.place(), base.place()),
                    false,
                    pointsLeft(change, around) + " = "
                            + PrintedForm.more(change, difference.value()).replace("%", IN_POINTS) + " ≠ "
                            + change.shown(),
                    CheckLevel.ERROR);
        } else {
            ledger.enter(relative.with(level, null).with(base, null).need(change, stated));
        }
    }

    private static void multiple(Printed change, Around around, Ledger ledger) {
        Printed level = around.level;
        Printed base = around.base;
        if (level == null || base == null) {
            ledger.impossible(MULTIPLE);
            return;
        }
        Quantity times = Equation.attempt(() -> level.quantity().dividedBy(base.quantity()));
        if (times == null) {
            ledger.impossible(MULTIPLE);
            return;
        }
        boolean reached = CheckWords.isIn(Kind.REACHED, change.before());
        boolean grown =
                CheckWords.isIn(Kind.ROSE, change.before() + change.mention().surface());
        // 翻一番 is read as twice as much.
        boolean more = grown && !reached && !change.mention().surface().startsWith(DOUBLED);
        Quantity computed = more ? times.minus(ONE) : times;
        String left = level.shown() + " ÷ " + base.shown() + (more ? " - 1" : "");
        Equation equation = Equation.equal(MULTIPLE, change, left, computed.value(), computed.bounds())
                .with(level, null)
                .with(base, null)
                .need(change, computed);
        Equation plain = Equation.equal(TIMES, change, left.replace(" - 1", ""), times.value(), times.bounds());
        boolean confused = more && equation.isDecidable() && !equation.holds() && plain.holds();
        if (confused) {
            ledger.enter(
                    TIMES,
                    ImmutableList.of(change.place(), level.place(), base.place()),
                    false,
                    equation.sum(),
                    CheckLevel.ERROR);
        } else {
            ledger.enter(equation);
        }
    }

    private static Quantity signed(Quantity growth, boolean fall) {
        return fall ? growth.negated() : growth;
    }

    private static @Nullable Quantity factor(Printed change) {
        return Equation.attempt(() -> change.isFall() ? ONE.minus(change.quantity()) : ONE.plus(change.quantity()));
    }

    /** Growth at constant prices, or of another circle of enterprises, does not follow from printed levels. */
    static CheckLevel ceiling(Printed change) {
        String sentence = change.sentence().text();
        if (CheckWords.isIn(Kind.REAL, change.subject()) || CheckWords.isIn(Kind.SAME_SCOPE, sentence)) {
            return CheckLevel.QUESTION;
        }
        return CheckWords.isIn(Kind.SCOPED, change.subject()) ? CheckLevel.WARNING : CheckLevel.ERROR;
    }

    /** The level, the base and the amount around a change, between which nothing else is named. */
    private static final class Around {
        private final Printed change;
        private @Nullable Printed level;
        private @Nullable Printed base;
        private @Nullable Printed amount;

        Around(Printed change) {
            this.change = change;
        }

        void look(Sentence sentence) {
            List<Printed> figures = sentence.figures();
            boolean open = true;
            for (int i = change.index() - 1; open && i >= 0 && change.index() - i <= REACH; i--) {
                open = isLink(figures.get(i + 1).before()) && take(figures.get(i));
            }
            open = true;
            for (int i = change.index() + 1; open && i < figures.size() && i - change.index() <= 2; i++) {
                open = isLink(figures.get(i).before()) && takeBehind(figures.get(i));
            }
            if (amount != null && level != null && !amount.hasUnitOf(level)) {
                amount = null;
            }
            if (base != null && level != null && !base.hasUnitOf(level)) {
                base = null;
            }
        }

        private static boolean isLink(String between) {
            String words = YEAR.matcher(between).replaceAll("");
            return between.length() <= LONGEST
                    && CheckWords.rest(words, Kind.FILL, Kind.BASE).isEmpty();
        }

        private static boolean isBase(Printed figure) {
            return figure.is(FigureRole.FROM)
                    || (figure.is(FigureRole.LEVEL) && isYearBefore(figure))
                    || CheckWords.atEnd(Kind.BASE, CheckWords.withoutTail(figure.before()))
                            .isPresent();
        }

        /** 2023年为91宗 behind a figure of 2024. */
        private static boolean isYearBefore(Printed figure) {
            Matcher year = YEAR.matcher(figure.before());
            if (!year.find() || figure.index() == 0) {
                return false;
            }
            int named = Integer.parseInt(year.group(1));
            return figure.sentence().figures().get(figure.index() - 1).mention().period().stream()
                    .anyMatch(period -> period.to().year() == named + 1);
        }

        /** Takes a figure in front of the change; false where what is further in front belongs to something else. */
        private boolean take(Printed figure) {
            if (figure.isPlanned() || figure.mention().rangeEnd().isPresent()) {
                return false;
            }
            if (isBase(figure) && !figure.is(FigureRole.CHANGE)) {
                boolean free = base == null && isAgainstYear(figure);
                base = free ? figure : base;
                return free;
            }
            if (figure.is(FigureRole.CHANGE)) {
                boolean free = amount == null && !figure.isRatio() && sameBase(figure);
                amount = free ? figure : amount;
                return free && !figure.quantity().unit().isPercentagePoint();
            }
            if (CheckWords.atEnd(Kind.MOVED, CheckWords.withoutTail(figure.before()))
                    .isPresent()) {
                return false; // 同比多增1.2亿元 is no level
            }
            if ((figure.is(FigureRole.LEVEL) || figure.is(FigureRole.TO)) && level == null) {
                level = figure;
                return true;
            }
            return false;
        }

        private boolean takeBehind(Printed figure) {
            if (figure.isPlanned() || figure.mention().rangeEnd().isPresent()) {
                return false;
            }
            if (isBase(figure) && figure.is(FigureRole.LEVEL) && base == null && isAgainstYear(figure)) {
                base = figure;
                return true;
            }
            if (figure.is(FigureRole.CHANGE)
                    && amount == null
                    && !figure.isRatio()
                    && !figure.quantity().unit().isPercentagePoint()
                    && sameBase(figure)) {
                amount = figure;
                return true;
            }
            boolean reached = CheckWords.isIn(Kind.REACHED, figure.before());
            if (level == null && reached && (figure.is(FigureRole.LEVEL) || figure.is(FigureRole.TO))) {
                level = figure;
                return true;
            }
            return false;
        }

        private boolean isAgainstYear(Printed figure) {
            return figure.is(FigureRole.FROM)
                    || change.mention()
                            .against()
                            .filter(base -> !base.equals(PREVIOUS_YEAR))
                            .isEmpty();
        }

        /** A change that names no base has that of the change in front of it. */
        private boolean sameBase(Printed other) {
            return other.mention().against().equals(change.mention().against())
                    || !CheckWords.isIn(Kind.SINCE, change.before());
        }
    }
}
