package org.grassrootskpi.check;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.FigurePeriod;
import org.grassrootskpi.report.FigureRole;
import org.grassrootskpi.report.FigureStanding;
import org.grassrootskpi.report.ReportedComparison;
import org.grassrootskpi.time.TimePeriod;

/**
 * A figure in its sentence.
 *
 * @param sentence the sentence
 * @param index its number among the figures of the sentence, from 0
 * @param mention the figure as read
 * @param before what is printed between the figure before it, or the beginning of the sentence, and it
 */
record Printed(Sentence sentence, int index, FigureMention mention, String before) {
    private static final int LEAST_NAME = 2;
    private static final Pattern TIME = Pattern.compile("[0-9]年|上年|去年|前一年|同期|上一年");

    Quantity quantity() {
        return mention.quantity();
    }

    BigDecimal value() {
        return mention.quantity().value();
    }

    Range<BigDecimal> bounds() {
        return mention.quantity().bounds();
    }

    String behind() {
        return sentence.behind(this);
    }

    String subject() {
        return mention.subject();
    }

    boolean is(FigureRole role) {
        return mention.role() == role;
    }

    /** Returns whether it says how much there is: no change, share, rank, threshold, range or bare ratio of something. */
    boolean isAmount() {
        return (is(FigureRole.LEVEL) || is(FigureRole.TO) || is(FigureRole.FROM))
                && mention.rangeEnd().isEmpty()
                && !isRatio()
                && !quantity().unit().isPercentagePoint()
                && !quantity().unit().isRank()
                && !hasCode("times");
    }

    boolean isChange() {
        return is(FigureRole.CHANGE) || is(FigureRole.MULTIPLE);
    }

    boolean isRatio() {
        return quantity().unit().isRatio();
    }

    boolean isFall() {
        return mention.comparison()
                .filter(ReportedComparison.YOY_DECREASE::equals)
                .isPresent();
    }

    boolean isPlanned() {
        return mention.standing() == FigureStanding.TARGET;
    }

    boolean hasCode(String code) {
        return quantity().unit().code().equals(code);
    }

    boolean hasUnitOf(Printed other) {
        return quantity().unit().hasSameBase(other.quantity().unit());
    }

    /**
     * Its time, if that is one period. Where the sentence names no time and the reader carries on the year before from an earlier sentence
     * (上年为9060件), it is that of the section.
     */
    Optional<TimePeriod> period() {
        Optional<TimePeriod> read = mention.period().flatMap(FigurePeriod::single);
        Optional<TimePeriod> section = mention.section().period();
        boolean carried = section.isPresent()
                && read.equals(section.get().yearEarlier())
                && !TIME.matcher(sentence.text()).find();
        return carried ? section : read;
    }

    /** The words that name it, on both sides of it: 已整改45项, 45项已整改. */
    String clause() {
        int cut = Math.max(Math.max(before.lastIndexOf('，'), before.lastIndexOf(',')), before.lastIndexOf('；'));
        String own = before.substring(cut + 1);
        if (own.length() >= LEAST_NAME) {
            return own;
        }
        String behind = behind();
        int end = 0;
        while (end < behind.length() && "，,；;、".indexOf(behind.charAt(end)) < 0) {
            end++;
        }
        return own + behind.substring(0, end);
    }

    Place place() {
        return sentence.place(mention.start(), mention.end());
    }

    /** The figure as printed, with a sign for its qualifier: &lt;300亿元 for 近300亿元. */
    String shown() {
        String sign = switch (quantity().qualifier()) {
            case EXACT -> "";
            case BELOW -> "<";
            case ABOVE -> ">";
            case ABOUT -> "≈";
            case AT_LEAST -> "≥";
            case AT_MOST -> "≤";
        };
        return sign + mention.surface().replaceAll("\\s", "");
    }
}
