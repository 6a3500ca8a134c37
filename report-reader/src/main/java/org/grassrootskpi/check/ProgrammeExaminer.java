package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 三大工程, 五项行动 and the names of which they consist: “清河”“绿廊”两大工程; 三大工程：清河、绿廊、亮灯. */
final class ProgrammeExaminer implements Examiner {
    private static final String RULE = "names.programmes";
    private static final int MOST = 20;
    private static final String COUNTED =
            "([" + Numerals.CHARACTERS + "]{1,3})(?:大|项)(?:专项|重点|攻坚|提升|惠民)?(?:工程|行动|计划|战役|体系|平台|中心|项目|举措|任务)";
    private static final Pattern BEHIND =
            Pattern.compile(COUNTED + "(?:[：:]|[（(]|[，,]?(?:即|分别为|分别是|具体为|具体是))([^。；;！!？?）)]+)");
    private static final Pattern BEFORE = Pattern.compile("((?:[“《][^“”《》]{1,20}[”》][、和及与]?){2,})(?:等)?" + COUNTED);
    private static final Pattern FIGURES = Pattern.compile("[0-9０-９%]");

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        for (Sentence sentence : text.sentences()) {
            Matcher before = BEFORE.matcher(sentence.text());
            while (before.find()) {
                boolean open = before.group().contains("等" + before.group(2));
                enter(sentence, before.group(2), before.group(1) + (open ? "等" : ""), before, ledger);
            }
            Matcher behind = BEHIND.matcher(sentence.text());
            while (behind.find()) {
                enter(sentence, behind.group(1), names(behind.group(2)), behind, ledger);
            }
        }
    }

    /** Up to a clause that is no name any more. */
    private static String names(String text) {
        int end = text.indexOf('，') < 0 ? text.indexOf(',') : text.indexOf('，');
        return end < 0 ? text : text.substring(0, end);
    }

    private static void enter(Sentence sentence, String numeral, String names, MatchResult surface, Ledger ledger) {
        int number = Numerals.parse(numeral).orElse(0);
        NameList list = NameList.of(names);
        if (number < 2
                || number > MOST
                || list.least() < 2
                || FIGURES.matcher(names).find()) {
            return;
        }
        ledger.enter(
                RULE,
                ImmutableList.of(sentence.placeOf(surface.start(), surface.end())),
                list.fits(number),
                names + ": " + list.shown() + (list.isOpen() ? " > " : " ≠ ") + number,
                CheckLevel.ERROR);
    }
}
