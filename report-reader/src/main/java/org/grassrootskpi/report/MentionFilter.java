package org.grassrootskpi.report;

import java.math.BigDecimal;
import org.grassrootskpi.quantity.DoubtReason;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.QuantityDoubt;
import org.grassrootskpi.quantity.QuantityMatch;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.report.ReaderVocabulary.MeasureRule;

/** Distinguishes figures from what only looks like one: dates, ordinals, names, slogans, articles, ratios and denominators. */
final class MentionFilter {
    private static final String FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟";
    private static final String POINTS_OR_PLACES = "个点";
    private static final String DEGREES = "度";
    private static final char ELECTRICITY = '电';
    private static final int MAX_TOPIC = 30;
    private static final int MAX_YEAR = 2100;
    private static final int MIN_YEAR = 1800;
    private static final int MAX_ITEM = 400;

    private final String text;
    private final ReaderVocabulary vocabulary;
    private final LengthsOfTime lengths;

    MentionFilter(String text, ReaderVocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.lengths = new LengthsOfTime(text, vocabulary);
    }

    enum Verdict {
        FIGURE,
        /** A number without unit. */
        BARE,
        /** No figure, and none inside it. */
        NONE,
        /** No figure from here, but perhaps from the next character. */
        RETRY,
        /** A figure behind a sign that can be a minus or a dash. */
        SIGN,
        /** A figure whose unit can be two: 3个点 is 3 percentage points, or 3 places; 25度 kilowatt-hours, or degrees. */
        UNIT,
        /** The number of an item and a figure, which together look like decimals: 2.5个项目开工. */
        DIGITS
    }

    /** Returns whether text that cannot be read whole is a figure at all, not a date, name or slogan. */
    boolean isFigure(QuantityDoubt doubt, ClauseTokens tokens) {
        if (doubt.part().isPresent()) {
            Verdict verdict = judge(doubt.part().get(), tokens);
            boolean number = doubt.reason() == DoubtReason.DIGITS || doubt.reason() == DoubtReason.SCALE;
            if (verdict == Verdict.FIGURE || verdict == Verdict.SIGN || verdict == Verdict.UNIT) {
                return !isDated(doubt);
            }
            if (verdict == Verdict.BARE && doubt.reason() == DoubtReason.UNIT) {
                return !LengthsOfTime.isLength(doubt.unit().code())
                        && (NumberSigns.hasScale(text.substring(doubt.start(), doubt.end()))
                                || !doubt.unit().isBareNumber());
            }
            if (verdict != Verdict.BARE || !number || doubt.unit().isBareNumber()) {
                return false;
            }
        }
        String symbol = doubt.unit().symbol();
        char before = doubt.start() == 0 ? ' ' : text.charAt(doubt.start() - 1);
        int end = doubt.end() - symbol.length();
        MeasureRule rule = vocabulary.ruleOf(symbol);
        return (rule == MeasureRule.ANY || rule == MeasureRule.ONE)
                && !LengthsOfTime.isLength(doubt.unit().code())
                && before != '第'
                && !NumberSigns.isNumber(before)
                && "零〇○".indexOf(text.charAt(doubt.start())) < 0
                && vocabulary.cutEnd(text, end) <= doubt.end()
                && !endsAt(tokens, doubt.start(), WordKind.PER);
    }

    /** 1/2/3号楼, 3/4季度: numbers of things and times. */
    private boolean isDated(QuantityDoubt doubt) {
        int end = doubt.end() - doubt.unit().symbol().length();
        boolean fraction = doubt.part()
                .map(part -> part.unitStart() == part.unitEnd()
                        && part.quantity().unit().isRatio())
                .orElse(false);
        boolean date = fraction && doubt.start() > 1 && text.charAt(doubt.start() - 1) == '/';
        return fraction
                && doubt.reason() == DoubtReason.UNIT
                && (date
                        || (doubt.end() < text.length() && "号月日季年期".indexOf(text.charAt(doubt.end())) >= 0)
                        || vocabulary.ruleOf(doubt.unit().symbol()) == MeasureRule.NAME
                        || (end < text.length() && "月日季年期".indexOf(text.charAt(end)) >= 0));
    }

    Verdict judge(QuantityMatch match, ClauseTokens tokens) {
        char first = text.charAt(match.surfaceStart());
        boolean half = first == '半' && !match.quantity().unit().isRatio();
        if (half || isNoNumber(match) || isTorn(match)) {
            return Verdict.NONE;
        }
        if (NumberSigns.isSign(first) && !isSignHere(match, tokens)) {
            Verdict kind = kind(match, tokens);
            boolean figure = kind == Verdict.FIGURE || (kind == Verdict.BARE && isRangeSign(match.end()));
            boolean minus = first != '+' && first != '＋' && figure;
            return minus ? Verdict.SIGN : Verdict.RETRY;
        }
        Verdict kind = kind(match, tokens);
        return kind == Verdict.FIGURE && isItem(match) ? Verdict.DIGITS : kind;
    }

    private boolean isRangeSign(int at) {
        return at < text.length() && NumberSigns.RANGE_SIGNS.indexOf(text.charAt(at)) >= 0;
    }

    /** Returns whether the digits in front of the point can be the number of an item: counted things have no decimals. */
    private boolean isItem(QuantityMatch match) {
        int at = match.start();
        int point = at;
        while (point < match.numberEnd() && NumberSigns.isDigit(text.charAt(point))) {
            point++;
        }
        boolean decimals =
                point > at && point - at <= 2 && point < match.numberEnd() && ".．".indexOf(text.charAt(point)) >= 0;
        if (!decimals || !isHead(at)) {
            return false;
        }
        int number = Integer.parseInt(text, at, point, 10);
        boolean plain = symbolStart(match) == match.unitStart();
        return (match.quantity().unit().isCounting() && plain) || isNumbered(at, number - 1);
    }

    private boolean isHead(int at) {
        return at == 0 || "\n\r。；;！".indexOf(text.charAt(at - 1)) >= 0;
    }

    /** Returns whether an item with a number begins a sentence not far in front of an offset. */
    private boolean isNumbered(int at, int number) {
        int from = Math.max(0, at - MAX_ITEM);
        int i = number < 1 ? -1 : from + text.substring(from, at).lastIndexOf(number + ".");
        return i >= from && isHead(i);
    }

    private Verdict kind(QuantityMatch match, ClauseTokens tokens) {
        Unit unit = match.quantity().unit();
        if (unit.isRank()) {
            return isRank(match, tokens) ? Verdict.FIGURE : Verdict.NONE;
        }
        if (endsAt(tokens, match.start(), WordKind.PER)) {
            return Verdict.NONE;
        }
        if (match.unitStart() == match.unitEnd() && unit.isRatio()) {
            return isFraction(match, endsAt(tokens, match.start(), WordKind.STANDING)) ? Verdict.FIGURE : Verdict.NONE;
        }
        int symbolAt = symbolStart(match);
        if (unit.symbol().equals(POINTS_OR_PLACES) && !isMove(tokens)) {
            return Verdict.UNIT;
        }
        if (unit.symbol().equals(DEGREES) && !isPower(match.start())) {
            return Verdict.UNIT;
        }
        if (unit.isBareNumber()) {
            return Verdict.BARE;
        }
        if (symbolAt == match.unitEnd()) {
            return unit.isRatio() && isNamed(match, unit) ? Verdict.NONE : Verdict.FIGURE;
        }
        if (vocabulary.cutEnd(text, symbolAt) > match.unitEnd()) {
            return Verdict.BARE;
        }
        return isCount(match, symbolAt) && !isYear(match, symbolAt) && !isNamed(match, unit)
                ? Verdict.FIGURE
                : Verdict.NONE;
    }

    /** Returns whether the text in front speaks of electricity: 度 counts it, or degrees. */
    private boolean isPower(int at) {
        return text.substring(Math.max(0, at - MAX_TOPIC), at).indexOf(ELECTRICITY) >= 0;
    }

    /** Returns whether the words so far speak of a rate that moves. */
    private static boolean isMove(ClauseTokens tokens) {
        int at = tokens.size();
        return tokens.lastInClause(at, WordKind.INCREASE) >= 0 || tokens.lastInClause(at, WordKind.DECREASE) >= 0;
    }

    /** 零距离, and the signs of cheques that are words of their own: 队伍, 大陆. */
    private boolean isNoNumber(QuantityMatch match) {
        int at = match.numberStart();
        char first = text.charAt(at);
        return "零〇○".indexOf(first) >= 0 || (match.numberEnd() - at == 1 && FORMAL.indexOf(first) >= 0);
    }

    /** Returns whether the number is a part of something longer: 2.5 of PM2.5 in a bare number, 51.2 of 8.9:51.2:39.9. */
    private boolean isTorn(QuantityMatch match) {
        int at = match.surfaceStart();
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        boolean digits = NumberSigns.isDigit(text.charAt(at));
        if (digits && at > 1 && ".．:：".indexOf(before) >= 0 && NumberSigns.isDigit(text.charAt(at - 2))) {
            return true;
        }
        if (before == '×' || before == '*' || before == '＃' || before == '#') {
            return true;
        }
        int end = match.numberEnd();
        char after = end < text.length() ? text.charAt(end) : ' ';
        if ((after == ':' || after == '：') && end + 1 < text.length() && NumberSigns.isDigit(text.charAt(end + 1))) {
            return true;
        }
        return digits
                && NumberSigns.isLatin(before)
                && (match.unitStart() == match.unitEnd() || NumberSigns.isLatin(after));
    }

    /** A sign belongs to a number behind a word of change and behind nothing; a dash there may begin an item of a list. */
    private boolean isSignHere(QuantityMatch match, ClauseTokens tokens) {
        int at = match.surfaceStart();
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        boolean dash = NumberSigns.DASHES.indexOf(text.charAt(at)) >= 0;
        boolean free = dash
                ? "、，,(（：:".indexOf(before) >= 0
                : !Character.isLetterOrDigit(before) && "”」』》%％)）".indexOf(before) < 0;
        return match.start() < at
                || free
                || endsAt(tokens, at, WordKind.EACH)
                || endsAt(tokens, at, WordKind.OTHER_BASIS)
                || endsAt(tokens, at, WordKind.INCREASE)
                || endsAt(tokens, at, WordKind.DECREASE)
                || endsAt(tokens, at, WordKind.BASIS)
                || endsAt(tokens, at, WordKind.REACH)
                || endsAt(tokens, at, WordKind.FROM)
                || endsAt(tokens, at, WordKind.FILLER);
    }

    /** 第9位 and 第9名 are ranks; a bare 第九 only behind a word of rank and in front of nothing that it could count. */
    private boolean isRank(QuantityMatch match, ClauseTokens tokens) {
        boolean place = match.unitEnd() > match.numberEnd();
        int end = match.surfaceEnd();
        char after = end < text.length() ? text.charAt(end) : ' ';
        boolean closed = !Character.isLetterOrDigit(after) || "的和与及并，".indexOf(after) >= 0;
        if (place) {
            return !startsName(end);
        }
        return closed
                && (endsAt(tokens, match.start(), WordKind.RANK)
                        || endsAt(tokens, match.start(), WordKind.REACH)
                        || tokens.lastBefore(tokens.size(), WordKind.STANDING) >= 0
                        || isBehindRank(tokens, match.start()));
    }

    /** 第2、第3、第1位: the middle one of a list. */
    private static boolean isBehindRank(ClauseTokens tokens, int at) {
        int last = tokens.size() - 1;
        MentionBuilder figure = last < 0 ? null : tokens.figure(last);
        return figure != null && figure.hasUnit("rank") && at - tokens.end(last) == 1;
    }

    private boolean startsName(int at) {
        return text.startsWith("称", at)
                || text.startsWith("单", at)
                || text.startsWith("次", at)
                || text.startsWith("数", at);
    }

    private boolean isFraction(QuantityMatch match, boolean isStanding) {
        int end = match.numberEnd();
        if (text.charAt(match.numberStart()) == '百' || text.charAt(match.numberStart()) == '千') {
            return true;
        }
        if (isStanding && text.substring(match.numberStart(), end).indexOf('/') >= 0) {
            return false;
        }
        char after = end < text.length() ? text.charAt(end) : ' ';
        boolean whole = match.end() > end || !NumberSigns.isScale(after);
        return whole && match.quantity().value().abs().compareTo(BigDecimal.ONE) < 0;
    }

    /** 21-25年 at the head of a clause: years in two digits. */
    boolean isShortYears(int start, QuantityMatch lower, QuantityMatch upper) {
        boolean head = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
        String symbol = upper.quantity().unit().symbol();
        int from = lower.quantity().value().intValue();
        int to = upper.quantity().value().intValue();
        boolean digits = lower.numberEnd() - lower.numberStart() == 2 && upper.numberEnd() - upper.numberStart() == 2;
        return head
                && digits
                && symbol.equals("年")
                && from > 10
                && from < to
                && to - from <= 5
                && upper.end() == upper.unitEnd();
    }

    private boolean isYear(QuantityMatch match, int symbolAt) {
        if (text.charAt(symbolAt) != '年' || match.unitEnd() - symbolAt != 1) {
            return false;
        }
        int length = match.numberEnd() - match.numberStart();
        int value = match.quantity().value().intValue();
        return NumberSigns.isDigit(text.charAt(match.numberStart()))
                && length == 4
                && value >= MIN_YEAR
                && value < MAX_YEAR;
    }

    private boolean isCount(QuantityMatch match, int symbolAt) {
        MeasureRule rule = vocabulary.ruleOf(text.substring(symbolAt, match.unitEnd()));
        int number = match.numberStart();
        boolean digits = NumberSigns.isDigit(text.charAt(number));
        boolean single = !digits && symbolAt - number == 1;
        int end = match.surfaceEnd();
        boolean closed = end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
        if (rule == MeasureRule.NAME || (rule == MeasureRule.DIGITS && single)) {
            return false;
        }
        if (rule == MeasureRule.END && !closed && match.end() == end) {
            return false;
        }
        boolean counting = match.quantity().unit().isCounting();
        if (single && counting && text.charAt(number) == '二') {
            return false;
        }
        boolean article = single
                && counting
                && text.charAt(number) == '一'
                && match.quantity().value().compareTo(BigDecimal.ONE) == 0
                && match.quantity().qualifier() == Qualifier.EXACT;
        return !article || (rule == MeasureRule.ONE && closed);
    }

    /** 三年行动 and 15分钟生活圈 are names; so is the sample of a survey. */
    private boolean isNamed(QuantityMatch match, Unit unit) {
        if (unit.isRatio()) {
            return lengths.leadsToName(match.surfaceEnd(), match.surfaceEnd() + 1);
        }
        if (!unit.code().startsWith("count:")) {
            return false;
        }
        int at = match.surfaceEnd();
        boolean first = match.numberStart() > 0 && text.charAt(match.numberStart() - 1) == '前';
        if (first && (unit.code().equals("count:位") || unit.code().equals("count:名"))) {
            return true;
        }
        if (text.startsWith("一", at) && unit.code().equals("count:个")) {
            return true;
        }
        return LengthsOfTime.isLength(unit.code()) && lengths.isNoFigure(match.numberStart(), at, unit.code());
    }

    /** A number without unit counts if a scale (12万) or a qualifier (近千) makes it more than a name. */
    boolean mayStandWithoutUnit(MentionBuilder number) {
        String printed = text.substring(number.start, number.end);
        boolean scaled = NumberSigns.hasScale(printed)
                || !number.quantity.unit().symbol().isEmpty();
        char after = number.to < text.length() ? text.charAt(number.to) : ' ';
        return scaled
                && after != '+'
                && (NumberSigns.isDigit(printed.charAt(0)) || number.quantity.qualifier() != Qualifier.EXACT)
                && number.quantity.value().intValue() != 10;
    }

    /** Returns whether what follows leaves no doubt that the number has no unit: 突破1000亿大关, but not 5亿第纳尔. */
    boolean isClosed(MentionBuilder number) {
        int at = number.to;
        return at >= text.length()
                || !Character.isLetterOrDigit(text.charAt(at))
                || NumberSigns.isNumber(text.charAt(at))
                || "大的和与及以".indexOf(text.charAt(at)) >= 0
                || vocabulary.wordAt(text, at, text.length()) != null;
    }

    private static boolean endsAt(ClauseTokens tokens, int at, WordKind kind) {
        int last = tokens.size() - 1;
        return last >= 0 && tokens.end(last) == at && tokens.is(last, kind);
    }

    /** Returns where the unit begins, behind its scale. */
    int symbolStart(QuantityMatch match) {
        int at = match.unitStart();
        while (at < match.unitEnd() && (NumberSigns.isScale(text.charAt(at)) || text.charAt(at) == ' ')) {
            at++;
        }
        return at;
    }
}
