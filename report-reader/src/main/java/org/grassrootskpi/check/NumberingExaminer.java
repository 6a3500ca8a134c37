package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.report.Section;

/** Numbered points (一是, 二是; headings) in their order, and against the number that announces them: 三方面工作, 6个方面. */
final class NumberingExaminer implements Examiner {
    private static final String SEQUENCE = "numbering.sequence";
    private static final String COUNT = "numbering.count";
    private static final String NUMERALS = "零一二三四五六七八九十";
    private static final Pattern POINT = Pattern.compile("(?:^|(?<=[，,；;：:]))([一二三四五六七八九十]{1,3})是");
    private static final int TEN = 10;

    /** A point: its number, the sentence that contains it, and the offset in the words of that. */
    private record Point(int number, Sentence sentence, Place place) {}

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        List<List<Point>> sequences = sequences(text, ledger);
        sections(text, ledger);
        for (Sentence sentence : text.sentences()) {
            for (Printed figure : sentence.figures()) {
                if (isAnnouncement(figure)) {
                    announced(text, figure, sequences, ledger);
                }
            }
        }
    }

    private static List<List<Point>> sequences(CheckedText text, Ledger ledger) {
        List<List<Point>> sequences = new ArrayList<>();
        for (Sentence sentence : text.sentences()) {
            Matcher matcher = POINT.matcher(sentence.text());
            while (matcher.find()) {
                Point point =
                        new Point(number(matcher.group(1)), sentence, sentence.placeOf(matcher.start(), matcher.end()));
                List<Point> open = sequences.isEmpty() ? List.of() : sequences.get(sequences.size() - 1);
                if (point.number == 1) {
                    sequences.add(new ArrayList<>(List.of(point)));
                } else if (!open.isEmpty()) {
                    Point last = open.get(open.size() - 1);
                    boolean holds = point.number == last.number + 1;
                    ledger.enter(
                            SEQUENCE,
                            ImmutableList.of(point.place, last.place),
                            holds,
                            numeral(last.number) + "是 → " + matcher.group(),
                            CheckLevel.ERROR);
                    open.add(point);
                }
            }
        }
        return sequences;
    }

    private static int number(String numeral) {
        int ten = numeral.indexOf('十');
        if (ten < 0) {
            return NUMERALS.indexOf(numeral.charAt(0));
        }
        int tens = ten == 0 ? 1 : NUMERALS.indexOf(numeral.charAt(0));
        int ones = ten + 1 < numeral.length() ? NUMERALS.indexOf(numeral.charAt(ten + 1)) : 0;
        return tens * TEN + ones;
    }

    private static String numeral(int number) {
        if (number <= TEN) {
            return NUMERALS.substring(number, number + 1);
        }
        String tens = number < 2 * TEN ? "" : NUMERALS.substring(number / TEN, number / TEN + 1);
        return tens + "十" + (number % TEN == 0 ? "" : NUMERALS.substring(number % TEN, number % TEN + 1));
    }

    /** Headings of one level below the same heading count on. */
    private static void sections(CheckedText text, Ledger ledger) {
        Map<String, Section> before = new LinkedHashMap<>();
        for (Section section : text.report().sections()) {
            Optional<Integer> number = number(section);
            String key =
                    section.level() + "@" + section.parent().map(Section::start).orElse(-1);
            Optional<Section> last = Optional.ofNullable(before.get(key));
            Optional<Integer> lastNumber = last.flatMap(NumberingExaminer::number);
            if (number.isPresent() && lastNumber.isPresent() && number.get() != 1) {
                sentenceAt(text, section.start())
                        .ifPresent(sentence -> ledger.enter(
                                SEQUENCE,
                                ImmutableList.of(numberOf(section, sentence)),
                                number.get() == lastNumber.get() + 1,
                                last.orElseThrow().number() + " → " + section.number(),
                                CheckLevel.WARNING));
            }
            if (number.isPresent()) {
                before.put(key, section);
            }
        }
    }

    private static Place numberOf(Section section, Sentence sentence) {
        int start = section.start();
        String number = section.number();
        return sentence.place(start, start + number.codePointCount(0, number.length()));
    }

    private static Optional<Sentence> sentenceAt(CheckedText text, int offset) {
        return text.sentences().stream()
                .filter(sentence -> sentence.start() <= offset && offset < sentence.end())
                .findFirst();
    }

    private static Optional<Integer> number(Section section) {
        String number = section.number().replaceAll("[^一二三四五六七八九十0-9]", "");
        if (number.matches("[0-9]{1,2}")) {
            return Optional.of(Integer.parseInt(number));
        }
        return number.matches("[一二三四五六七八九十]{1,3}") ? Optional.of(number(number)) : Optional.empty();
    }

    /** 三方面工作, 6个方面, 五项重点任务: a number of points that the text goes on to list. */
    private static boolean isAnnouncement(Printed figure) {
        if (!figure.quantity().unit().isCounting()
                || figure.value().scale() > 0
                || figure.value().intValue() < 2) {
            return false;
        }
        String counted = PrintedForm.unit(figure) + figure.behind();
        String plain = counted.startsWith("个") ? counted.substring(1) : counted;
        return CheckWords.at(Kind.HEADED, counted, 0).isPresent()
                || CheckWords.at(Kind.HEADED, plain, 0).isPresent();
    }

    private static void announced(CheckedText text, Printed figure, List<List<Point>> sequences, Ledger ledger) {
        int at = figure.mention().end();
        int paragraph = figure.sentence().paragraph();
        for (List<Point> sequence : sequences) {
            Sentence first = sequence.get(0).sentence();
            boolean follows = first.end() > at && first.paragraph() - paragraph <= 1 && first.paragraph() >= paragraph;
            if (follows) {
                enter(figure, sequence.size(), "一是…" + numeral(sequence.get(sequence.size() - 1).number) + "是", ledger);
                return;
            }
        }
        List<Section> below = text.report().sections().stream()
                .filter(section -> section.start() >= at
                        && section.parent()
                                .filter(figure.mention().section()::equals)
                                .isPresent()
                        && !section.number().isEmpty())
                .toList();
        Optional<Sentence> next = below.isEmpty()
                ? Optional.empty()
                : sentenceAt(text, below.get(0).start());
        if (next.filter(sentence -> sentence.paragraph() - paragraph <= 1).isPresent()) {
            int level = below.get(0).level();
            List<Section> points =
                    below.stream().filter(section -> section.level() == level).toList();
            enter(
                    figure,
                    points.size(),
                    points.get(0).number() + "…" + points.get(points.size() - 1).number(),
                    ledger);
        } else {
            ledger.impossible(COUNT);
        }
    }

    private static void enter(Printed figure, int points, String written, Ledger ledger) {
        ledger.enter(
                COUNT,
                ImmutableList.of(figure.place()),
                figure.value().intValue() == points,
                written + ": " + points + " ≠ " + figure.shown(),
                CheckLevel.ERROR);
    }
}
