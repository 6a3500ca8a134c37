package org.grassrootskpi.report;

import java.util.List;
import org.grassrootskpi.quantity.DoubtReason;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.QuantityDoubt;
import org.grassrootskpi.quantity.QuantityMatch;
import org.grassrootskpi.report.ReaderVocabulary.Word;
import org.jspecify.annotations.Nullable;

/** Gives numbers of a clause the units that are printed elsewhere: behind the last member of a list, or in a noun. */
final class UnitLender {
    /** The kinds of words that may separate a noun from the number whose unit it names. */
    private static final int LEADING = WordKind.INCREASE.bit
            | WordKind.DECREASE.bit
            | WordKind.REACH.bit
            | WordKind.FROM.bit
            | WordKind.FILLER.bit
            | WordKind.BASIS.bit
            | WordKind.OTHER_BASIS.bit
            | WordKind.EACH.bit
            | WordKind.TARGET.bit
            | WordKind.ENSURE.bit
            | WordKind.HEDGE.bit
            | WordKind.LEAD.bit
            | WordKind.COMPLETE.bit;

    private static final String PAUSE = "、";
    private static final int MAX_NAMES = 40;
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String LIST_SIGNS = "、和与及或以／/ ";

    private final String text;
    private final ReaderVocabulary vocabulary;
    private final MentionFilter filter;
    private final ClauseTokens tokens;
    private final List<QuantityDoubt> doubts;

    UnitLender(
            String text,
            ReaderVocabulary vocabulary,
            MentionFilter filter,
            ClauseTokens tokens,
            List<QuantityDoubt> doubts) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.filter = filter;
        this.tokens = tokens;
        this.doubts = doubts;
    }

    /** Gives the members of a list the unit of the last one, and numbers with a scale the unit that is not printed. */
    void lendUnits() {
        MentionBuilder behind = null;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            MentionBuilder figure = tokens.figure(i);
            if (figure == null) {
                continue;
            }
            MentionBuilder next = behind;
            behind = figure;
            boolean list = next != null && isListGap(figure.to, next.from);
            boolean begun = i > 0 && tokens.figure(i - 1) != null && isListGap(tokens.end(i - 1), figure.from);
            boolean torn = next != null && list && !begun && isThousands(i, figure, next);
            if (next != null && list && !begun && (torn || isGuess(i, figure, next))) {
                doubts.add(QuantityDoubt.of(figure.from, next.to, DoubtReason.DIGITS, next.quantity.unit()));
                figure.bare = true;
                next.bare = true;
                behind = null;
                continue;
            }
            if (next != null && list) {
                next.listed = true;
                if (figure.bare && !next.bare && isNumeral(text.charAt(figure.start))) {
                    lendFrom(figure, next);
                }
            }
            if (next != null && list && figure.hasUnit("count:个") && next.hasUnit("percentage-point")) {
                lendPoints(figure, next);
            }
            if (figure.bare) {
                lendElided(figure, i);
            }
            if (next != null && list && !figure.bare && next.suffixed && sameUnit(figure, next)) {
                figure.qualify(next.quantity.qualifier());
                figure.suffixed = true;
            }
        }
    }

    @Nullable Quantity lend(MentionBuilder number, QuantityMatch lender) {
        return lend(
                number,
                scale(number, lender.numberStart(), lender.numberEnd())
                        + text.substring(lender.unitStart(), lender.unitEnd()));
    }

    /** The scale that a numeral lends with its unit: 三至五万元 is from 30,000. */
    private String scale(MentionBuilder number, int from, int to) {
        boolean digit = number.end - number.start == 1
                && NumberSigns.isNumber(text.charAt(number.start))
                && !NumberSigns.isDigit(text.charAt(number.start))
                && !NumberSigns.isScale(text.charAt(number.start));
        int i = to;
        while (i > from && NumberSigns.isScale(text.charAt(i - 1))) {
            i--;
        }
        return digit && i == from + 1 && i < to && !NumberSigns.isDigit(text.charAt(from)) ? text.substring(i, to) : "";
    }

    /** Returns the number read with another's unit; a number with a scale takes the unit without its scale. */
    private @Nullable Quantity lend(MentionBuilder number, String unit) {
        String printed = text.substring(number.start, number.end);
        int from = 0;
        if (!number.quantity.unit().symbol().isEmpty() || NumberSigns.endsInScale(printed)) {
            while (from < unit.length() && NumberSigns.isScale(unit.charAt(from))) {
                from++;
            }
        }
        String whole = printed + unit.substring(from);
        return Quantity.parsePrefix(whole, 0, vocabulary.units())
                .filter(match -> match.end() == whole.length())
                .map(match -> match.quantity().withQualifier(number.quantity.qualifier()))
                .orElse(null);
    }

    /** 三、四百家, 3、4个: two digits in a row guess at one number, unless it is said that they belong to several things. */
    private boolean isGuess(int index, MentionBuilder figure, MentionBuilder next) {
        boolean guess = figure.bare
                && endsInPlace(figure)
                && text.substring(figure.to, next.from).equals(PAUSE)
                && digit(figure.end - 1) > 0
                && digit(next.start) == digit(figure.end - 1) + 1
                && next.end > next.start + 1
                && !NumberSigns.isDigit(text.charAt(next.start + 1))
                && ".．点".indexOf(text.charAt(next.start + 1)) < 0;
        return guess && !isEach(index);
    }

    /** 3、500万元: a comma typed as a sign of a list, unless it is said that the numbers belong to several things. */
    private boolean isThousands(int index, MentionBuilder figure, MentionBuilder next) {
        int digits = NumberSigns.numberEnd(text, next.start) - next.start;
        boolean torn = figure.bare
                && !next.listed
                && NumberSigns.isDigit(text.charAt(figure.start))
                && figure.end - figure.start <= 3
                && NumberSigns.numberEnd(text, figure.start) == figure.end
                && text.substring(figure.to, next.from).equals(PAUSE)
                && NumberSigns.isDigit(text.charAt(next.start))
                && digits == 3
                && next.unitEnd > next.unitStart;
        return torn && !isEach(index) && !isList(figure.from);
    }

    /** Returns whether names are listed in front of a number in its clause. */
    private boolean isList(int at) {
        for (int i = at - 1; i >= 0 && at - i < MAX_NAMES && ",，。；;\n".indexOf(text.charAt(i)) < 0; i--) {
            if ("、和与及".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** One digit, or one behind a scale: 三, 十七, 1万5. */
    private boolean endsInPlace(MentionBuilder figure) {
        return figure.end - figure.start == 1 || NumberSigns.isScaleOrChinese(text.charAt(figure.end - 2));
    }

    private boolean isEach(int index) {
        for (int i = index - 1; i >= 0; i--) {
            Word word = tokens.word(i);
            if (word != null && (word.is(WordKind.EACH) || word.text.startsWith("分别") || word.text.startsWith("依次"))) {
                return true;
            }
        }
        return false;
    }

    private int digit(int at) {
        char c = text.charAt(at) == '两' ? '二' : text.charAt(at);
        return Math.max(Character.digit(c, 10), DIGITS.indexOf(c));
    }

    private static boolean sameUnit(MentionBuilder one, MentionBuilder other) {
        return one.quantity.unit().hasSameBase(other.quantity.unit());
    }

    private void lendFrom(MentionBuilder number, MentionBuilder lender) {
        String scale = scale(number, lender.start, lender.unitStart);
        Quantity lent = lend(number, scale + text.substring(lender.unitStart, lender.unitEnd));
        if (lent != null && lent.unit().hasSameBase(lender.quantity.unit())) {
            number.quantity = lent;
            number.unitStart = lender.unitStart;
            number.unitEnd = lender.unitEnd;
            number.bare = false;
        }
    }

    /** 0.6个、2.7个和2.3个百分点: none of them is a count. */
    private void lendPoints(MentionBuilder number, MentionBuilder lender) {
        String whole =
                text.substring(number.start, number.unitStart) + text.substring(lender.unitStart, lender.unitEnd);
        Quantity.parsePrefix(whole, 0, vocabulary.units())
                .filter(match -> match.end() == whole.length())
                .ifPresent(match -> number.quantity = match.quantity().withQualifier(number.quantity.qualifier()));
        number.unitStart = lender.unitStart;
        number.unitEnd = lender.unitEnd;
    }

    private void lendElided(MentionBuilder number, int index) {
        if (!filter.mayStandWithoutUnit(number)) {
            return;
        }
        int noun = tokens.lastInClause(index, WordKind.ELIDED);
        Word word = noun < 0 || !leadsTo(noun, index) ? null : tokens.word(noun);
        number.bare = word != null && !filter.isClosed(number);
        if (number.bare) {
            doubts.add(QuantityDoubt.of(number.from, number.to, DoubtReason.UNIT, number.quantity.unit()));
        } else if (word != null) {
            String whole = text.substring(number.start, number.end) + word.value;
            Quantity.parsePrefix(whole, 0, vocabulary.units())
                    .filter(match -> match.end() == whole.length())
                    .ifPresent(match -> number.quantity = match.quantity().withQualifier(number.quantity.qualifier()));
        }
    }

    /** Returns whether nothing between a noun and a number is about something else: 投资拉动新增就业岗位3.5万 is no money. */
    private boolean leadsTo(int noun, int index) {
        int edge = tokens.end(noun);
        for (int i = noun + 1; i <= index; i++) {
            Word word = tokens.word(i);
            boolean passes = i == index || (word != null ? (word.kinds & LEADING) != 0 : tokens.figure(i) != null);
            if (!passes || hasLetter(edge, tokens.start(i))) {
                return false;
            }
            edge = tokens.end(i);
        }
        return true;
    }

    private static boolean isNumeral(char c) {
        return NumberSigns.isNumber(c) || NumberSigns.isSign(c);
    }

    private boolean hasLetter(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isListGap(int from, int to) {
        if (to <= from || to - from > 3) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (LIST_SIGNS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
