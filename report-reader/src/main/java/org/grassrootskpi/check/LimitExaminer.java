package org.grassrootskpi.check;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.report.FigureRole;

/** What no figure can exceed: a share all, a fall all, a place the number of those that are ranked. */
final class LimitExaminer implements Examiner {
    private static final String PERCENT = "limit.percent";
    private static final String PEERS = "limit.peers";
    private static final String FALL = "words.fall-times";
    private static final String ALL = "100%";
    private static final Pattern AMONG = Pattern.compile("^[^，,。；;：:]{0,8}中[^，,。；;：:0-9]{0,8}$");
    private static final Pattern IN_ALL = Pattern.compile("^[（(，,]?(?:全[市区县省镇州])?(?:共|共有|总共)$");

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed figure : sentence.figures()) {
                if (figure.mention().rangeEnd().isPresent()) {
                    continue;
                }
                if (isBounded(figure)) {
                    ledger.enter(atMostAll(PERCENT, figure));
                }
                if (figure.is(FigureRole.RANK)) {
                    peers(sentence, figure, ledger);
                }
                if (figure.hasCode("times") && CheckWords.isIn(Kind.FELL, figure.before())) {
                    ledger.enter(atMostAll(FALL, figure));
                }
            }
        }
    }

    private static Equation atMostAll(String rule, Printed figure) {
        return Equation.atMost(rule, figure, ALL, BigDecimal.ONE, Range.atMost(BigDecimal.ONE));
    }

    private static boolean isBounded(Printed figure) {
        if (!figure.isRatio()) {
            return false;
        }
        boolean fall = figure.is(FigureRole.CHANGE) && figure.isFall();
        boolean rate = figure.is(FigureRole.LEVEL)
                && CheckWords.atEnd(Kind.BOUNDED, CheckWords.withoutTail(figure.before()))
                        .isPresent();
        boolean share = figure.is(FigureRole.SHARE)
                && !CheckWords.isIn(Kind.TARGET, figure.mention().against().orElse("") + figure.before());
        return fall || rate || share;
    }

    /** 在全区11个街道中排名第13, 第13位(共11个街道). */
    private static void peers(Sentence sentence, Printed rank, Ledger ledger) {
        int at = rank.index();
        Printed before = at > 0 ? sentence.figures().get(at - 1) : null;
        Printed behind = at + 1 < sentence.figures().size() ? sentence.figures().get(at + 1) : null;
        Matcher among = AMONG.matcher(rank.before());
        Printed peers = before != null && isCount(before) && among.find()
                ? before
                : behind != null
                                && isCount(behind)
                                && IN_ALL.matcher(behind.before()).find()
                        ? behind
                        : null;
        if (peers == null) {
            ledger.impossible(PEERS);
            return;
        }
        ledger.enter(Equation.atMost(PEERS, rank, peers.shown(), peers.value(), peers.bounds())
                .with(peers, null));
    }

    private static boolean isCount(Printed figure) {
        return figure.isAmount() && figure.quantity().unit().isCounting();
    }
}
