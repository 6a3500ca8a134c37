package org.grassrootskpi.report;

import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;
import org.grassrootskpi.report.ReaderVocabulary.Word;

/**
 * Distinguishes lengths of time that are figures (办理时间3.5天) from those that are a time (近五年), a name (15分钟生活圈) or a part
 * of what is measured (24小时内办结率, 48小时办结工单1260件).
 */
final class LengthsOfTime {
    private static final int MAX_TAIL = 6;
    private static final int MAX_NAME = 14;
    private static final int LONGEST_LAST = 3;
    private static final String RATES = "率度";

    private final String text;
    private final ReaderVocabulary vocabulary;
    private final TimeExpressions times;

    LengthsOfTime(String text, ReaderVocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.times = new TimeExpressions(text);
    }

    /** Returns whether a unit measures lengths of time. */
    static boolean isLength(String code) {
        return switch (code) {
            case "count:年",
                    "count:个月",
                    "count:周",
                    "count:天",
                    "count:小时",
                    "count:个小时",
                    "count:分钟",
                    "count:刻钟",
                    "count:工作日",
                    "count:个工作日" -> true;
            default -> false;
        };
    }

    /** Returns whether a length of time is none: a time, a name, or a part of the name of what is measured behind it. */
    boolean isNoFigure(int number, int end, String code) {
        boolean average = text.startsWith("平均", end) && code.equals("count:年");
        return average
                || isStretch(number, end)
                || isSpent(number)
                || leadsToName(end, end + MAX_TAIL)
                || qualifies(end, code);
    }

    /** Returns whether a word that makes a name of a number follows: 圈, 行动, 人口变动抽样. */
    boolean leadsToName(int from, int to) {
        int limit = Math.min(text.length(), to);
        for (int i = from; i < limit && Character.isLetter(text.charAt(i)); i++) {
            Word word = vocabulary.wordAt(text, i, text.length());
            if (word != null && word.is(WordKind.TAIL)) {
                return true;
            }
        }
        return false;
    }

    /** 近五年, 十年来. */
    private boolean isStretch(int number, int end) {
        for (int at = number; at >= Math.max(0, number - LONGEST_LAST); at--) {
            boolean mayStart = TimeExpressions.mayStartWith(text.charAt(at));
            TimeExpression time = mayStart ? times.stretch(at, text.length()) : null;
            if (time != null && time.end() >= end) {
                return true;
            }
            TimeExpression named = mayStart && time == null && at < number ? times.at(at, text.length(), false) : null;
            if (named != null && named.end() >= end && named.hasYear() && !named.isSingleYear()) {
                return true;
            }
        }
        return false;
    }

    /** 经过|三年努力: how long something took that is not measured. */
    private boolean isSpent(int number) {
        return text.startsWith("经过", number - 2) || text.startsWith("通过", number - 2);
    }

    /** 24小时|内响应率, 5个工作日|办结率, 48小时|办结工单: the name of a rate, or of what was done in that time. */
    private boolean qualifies(int end, String code) {
        if (code.equals("count:年") || code.equals("count:个月")) {
            return false;
        }
        boolean within = text.startsWith("内", end) || text.startsWith("以内", end) || text.startsWith("之内", end);
        int from = end + (!within ? 0 : text.charAt(end) == '内' ? 1 : 2);
        int to = from;
        while (to < text.length() && to - from < MAX_NAME && Character.isIdeographic(text.charAt(to))) {
            to++;
        }
        if (to == from || to == text.length() || !NumberSigns.isDigit(text.charAt(to))) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if (RATES.indexOf(text.charAt(i)) >= 0 && vocabulary.meanings().tailEnd(text, i + 1, to) == to) {
                return true;
            }
        }
        boolean service = within || code.endsWith("小时") || code.endsWith("分钟") || code.endsWith("工作日");
        Entry verb = vocabulary.meanings().at(text, from, to);
        return service && verb != null && verb.is(Kind.ACT);
    }
}
