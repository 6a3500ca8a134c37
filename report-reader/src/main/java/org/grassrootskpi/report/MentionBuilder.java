package org.grassrootskpi.report;

import java.util.EnumSet;
import java.util.Set;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/** A figure while its clause is being read, in UTF-16 offsets. */
final class MentionBuilder {
    static final String YEARS_OF_AGE = "count:岁";

    /** With the words of its qualifier. */
    final int from;

    /** With the words of its qualifier. */
    int to;

    /** As printed. */
    final int start;

    /** As printed. */
    int end;

    Quantity quantity;

    /** Its unit, which in a list follows the last member. */
    int unitStart;

    int unitEnd;

    /** True if a word behind it gave the qualifier. */
    boolean suffixed;

    /** A number without unit: a figure only if its neighbours lend it one. */
    boolean bare;

    @Nullable Quantity rangeEnd;

    @Nullable ReportedComparison comparison;

    FigureRole role = FigureRole.LEVEL;

    @Nullable String scope;

    /** The offset of the words that make it a comparison: 同比增长 of 同比增长5%. */
    int phraseStart;

    /** True if only 、 or 和 separates it from the figure before. */
    boolean listed;

    /** True if 分别 spreads its qualifier over the list that it begins: 分别超过100亿元、50亿元. */
    boolean eachQualified;

    /** The clause that contains it. */
    int clause;

    /** Where the piece of its clause begins that it is the figure of. */
    int pieceStart;

    String subject = "";

    /** True if it is said to be a part of a figure before it, by 其中 in front of it or of the member of a list before it. */
    boolean part;

    /** The noun of measure that it has from its whole: 收入 of 保费收入38亿元，其中财产险11亿元. */
    String wholeNoun = "";

    final Set<MeaningDoubt> doubts = EnumSet.noneOf(MeaningDoubt.class);

    @Nullable FigurePeriod period;

    @Nullable String against;

    FigureStanding standing = FigureStanding.DONE;

    MentionBuilder(int from, int start, int end, int to, Quantity quantity) {
        this.from = from;
        this.start = start;
        this.end = end;
        this.to = to;
        this.quantity = quantity;
        this.suffixed = to > end;
        this.phraseStart = from;
        this.unitStart = end;
        this.unitEnd = end;
    }

    void qualify(Qualifier qualifier) {
        if (quantity.qualifier() == Qualifier.EXACT) {
            quantity = quantity.withQualifier(qualifier);
        }
    }

    /** Returns whether it is so much of some stuff: a mass, an area or a volume. */
    boolean isStuff() {
        return hasUnit("kg") || hasUnit("m2") || hasUnit("m3");
    }

    boolean isRatio() {
        return quantity.unit().isRatio();
    }

    boolean hasUnit(String code) {
        return quantity.unit().code().equals(code);
    }
}
