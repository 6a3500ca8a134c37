package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.report.WorkReport;

/** What goes on from year to year against an earlier report: 连续三年获评…, 第三届…. */
final class SeriesExaminer implements Examiner {
    private static final String STREAK = "history.streak";
    private static final String EDITION = "history.edition";
    private static final int LEAST_NAME = 3;
    private static final String NAME = "([^，,。；;、！!？?：:（()）]{2,24})";
    private static final Pattern STREAKS = Pattern.compile("连续第?([" + Numerals.CHARACTERS + "]{1,4})年" + NAME);
    private static final Pattern EDITIONS = Pattern.compile("第([" + Numerals.CHARACTERS + "]{1,4})届" + NAME);
    private static final Pattern MARKS = Pattern.compile("[“”‘’\"《》\\s]");
    /** Bodies that are elected for years, whose number says nothing of the year. */
    private static final Pattern TERMS = Pattern.compile("代表大会|人大|党代|政协|委员会|常委|全会|全体会议|次会议|主任会议");

    /** A number in a series, of some year. */
    private record Entry(int number, int year, String name, Place place) {}

    private final ImmutableList<CheckedText> earlier;

    SeriesExaminer(ImmutableList<CheckedText> earlier) {
        this.earlier = earlier;
    }

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        examine(STREAK, STREAKS, text, ledger);
        examine(EDITION, EDITIONS, text, ledger);
    }

    private void examine(String rule, Pattern pattern, CheckedText text, Ledger ledger) {
        List<Entry> before = new ArrayList<>();
        earlier.forEach(source -> before.addAll(entries(pattern, source)));
        for (Entry entry : entries(pattern, text)) {
            before.stream()
                    .filter(of -> of.year() <= entry.year() && isSame(of.name(), entry.name()))
                    .max((one, other) -> Integer.compare(one.year(), other.year()))
                    .ifPresent(of -> enter(rule, of, entry, ledger));
        }
    }

    private static void enter(String rule, Entry before, Entry now, Ledger ledger) {
        int years = now.year() - before.year();
        int more = now.number() - before.number();
        boolean isStreak = rule.equals(STREAK);
        boolean holds = (isStreak || years == 0) ? more == years : (more > 0 && more <= years);
        boolean isLess = more < 0 || more > years || isStreak;
        ledger.enter(
                rule,
                ImmutableList.of(now.place(), before.place()),
                holds,
                before.year() + ": " + before.place().surface() + " → " + now.year() + ": "
                        + now.place().surface(),
                isLess ? CheckLevel.ERROR : CheckLevel.QUESTION);
    }

    private static List<Entry> entries(Pattern pattern, CheckedText text) {
        List<Entry> entries = new ArrayList<>();
        for (Sentence sentence : text.sentences()) {
            Optional<Integer> year = year(text.report(), sentence);
            Matcher matcher = pattern.matcher(sentence.text());
            while (year.isPresent() && matcher.find()) {
                String name = MARKS.matcher(matcher.group(2)).replaceAll("");
                if (name.length() >= LEAST_NAME && !TERMS.matcher(name).find()) {
                    Place place = sentence.placeOf(matcher.start(), matcher.end());
                    Numerals.parse(matcher.group(1))
                            .ifPresent(number -> entries.add(new Entry(number, year.get(), name, place)));
                }
            }
        }
        return entries;
    }

    private static Optional<Integer> year(WorkReport report, Sentence sentence) {
        return sentence.section().period().or(report::period).map(period -> period.year());
    }

    /** 全市先进 and 全市先进集体称号: most of the shorter name is in the other. */
    private static boolean isSame(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int common = CommonWords.of(one, other).text().length();
        return common >= LEAST_NAME && common * 3 >= shorter * 2;
    }
}
