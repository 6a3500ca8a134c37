package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.report.FigureRole;

/** A number and the names beside it: 甲、乙等5个, “甲”“乙”两个, 3个(甲、乙、丙), 两所,分别为甲、乙. */
final class NamesExaminer implements Examiner {
    private static final String RULE = "names.count";
    private static final int MOST = 50;
    private static final int NEAR = 2;
    private static final Pattern BRACKETED = Pattern.compile("^[^，,。；;：:（(、]{0,12}[（(]([^（()）]+)[)）]");
    private static final Pattern LISTED =
            Pattern.compile("^[^，,。；;：:、]{0,15}[，,：:]?(?:分别为|分别是|具体为|具体是|即)[：:]?([^，,；;]+)");
    private static final Pattern NO_NAMES = Pattern.compile("[0-9０-９%]|其中|含|约|同比|占|较|比上年|见|不足|以上|以下");

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            for (Printed figure : sentence.figures()) {
                boolean counts = figure.is(FigureRole.LEVEL)
                        && figure.mention().rangeEnd().isEmpty()
                        && figure.quantity().qualifier() == Qualifier.EXACT
                        && figure.quantity().unit().isCounting()
                        && figure.value().scale() <= 0
                        && figure.value().signum() > 0
                        && figure.value().intValue() <= MOST;
                if (counts) {
                    before(figure, ledger);
                    behind(figure, ledger);
                }
            }
        }
    }

    private static void before(Printed figure, Ledger ledger) {
        String before = figure.before();
        int cut = -1;
        int depth = 0;
        for (int i = before.length() - 1; i >= 0 && cut < 0; i--) {
            char c = before.charAt(i);
            depth += "”）)》".indexOf(c) >= 0 ? 1 : "“（(《".indexOf(c) >= 0 ? -1 : 0;
            cut = (depth == 0 && "，,；;：:".indexOf(c) >= 0) || depth < 0 ? i : cut;
        }
        String listed = before.substring(cut + 1);
        if (listed.endsWith("等") && cut + 1 < before.length() - 1) {
            enter(figure, NameList.of(listed), listed, CheckLevel.ERROR, ledger);
            return;
        }
        String quoted = listed.substring(Math.max(0, firstQuote(listed)));
        NameList names = NameList.of(quoted);
        boolean isNext = !figure.behind().isEmpty()
                && "，,；;：:、）)".indexOf(figure.behind().charAt(0)) < 0;
        if (isNext && names.isQuoted() && names.least() > 1 && quoted.indexOf('”') >= 0) {
            enter(figure, names, quoted, CheckLevel.ERROR, ledger);
        } else if (isNext
                && listed.indexOf('、') > 0
                && listed.indexOf('“') < 0
                && PrintedForm.digits(figure).isEmpty()) {
            enter(figure, NameList.of(listed), listed, CheckLevel.QUESTION, ledger);
        }
    }

    private static int firstQuote(String text) {
        int quote = text.indexOf('“');
        int title = text.indexOf('《');
        return quote < 0 ? title : title < 0 ? quote : Math.min(quote, title);
    }

    private static void behind(Printed figure, Ledger ledger) {
        String behind = figure.behind();
        Matcher listed = LISTED.matcher(behind);
        if (listed.find() && isClosed(figure, listed.end())) {
            enterNear(figure, listed.group(1), CheckLevel.ERROR, ledger);
            return;
        }
        Matcher bracketed = BRACKETED.matcher(behind);
        if (bracketed.find()) {
            enterNear(figure, bracketed.group(1), CheckLevel.WARNING, ledger);
        }
    }

    /** A list that a figure interrupts is one of numbers. */
    private static boolean isClosed(Printed figure, int end) {
        boolean last = figure.index() + 1 == figure.sentence().figures().size();
        return last || end < figure.behind().length();
    }

    /** Far fewer names than the number says are kinds of the things and no list of them: 14个镇(街道、园区). */
    private static void enterNear(Printed figure, String text, CheckLevel ceiling, Ledger ledger) {
        NameList names = NameList.of(text);
        int number = figure.value().intValue();
        boolean isNear = Math.abs(names.least() - number) <= NEAR || names.fits(number);
        if (names.least() < 2 || NO_NAMES.matcher(text).find()) {
            return;
        }
        if (isNear || number <= NEAR) {
            enter(figure, names, text, ceiling, ledger);
        } else {
            ledger.impossible(RULE);
        }
    }

    private static void enter(Printed figure, NameList names, String text, CheckLevel ceiling, Ledger ledger) {
        int number = figure.value().intValue();
        ledger.enter(
                RULE,
                ImmutableList.of(figure.place()),
                names.fits(number),
                text + ": " + names.shown() + (names.isOpen() ? " > " : " ≠ ") + figure.shown(),
                CheckWords.isIn(Kind.INTENSIVE, text) ? CheckLevel.QUESTION : ceiling);
    }
}
