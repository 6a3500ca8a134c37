package org.grassrootskpi.report;

import com.google.common.base.CharMatcher;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.report.DraftWords.Kind;
import org.grassrootskpi.report.ReaderVocabulary.Word;

/** What the words around a figure say of a proposed indicator: whether they name one, its direction and its sector. */
final class ProposalNames {
    private static final String INCOMPLETE = "等";
    private static final CharMatcher FIGURE = CharMatcher.inRange('0', '9').or(CharMatcher.inRange('０', '９'));
    private static final int BARE_RATE = 3;
    private static final String LISTED = "、";
    private static final String MONEY = "（金额）";
    private static final Pattern OF_ONE_PROJECT = Pattern.compile(".{2,}(?:项目|工程|产业园|基地|中心|避风港)(?:计划)?总?投资额?");

    private ProposalNames() {}

    /** A guess and the word that it rests on. */
    record Guess<T>(T value, String why) {}

    /** Returns why a subject names nothing that could be an indicator; empty where it does. */
    static Optional<Question> question(String subject, MentionContext around) {
        boolean nothing = subject.codePointCount(0, subject.length()) < 2
                || subject.endsWith(INCOMPLETE)
                || around.front.strip().endsWith(INCOMPLETE)
                || subject.codePoints().noneMatch(Character::isLetter)
                || (subject.contains(LISTED) && subject.contains(INCOMPLETE))
                || subject.startsWith("占")
                || DraftWords.words(Kind.FOR_WHOM).stream().anyMatch(around.front::endsWith)
                || isUnbalanced(subject)
                || DraftWords.words(Kind.FIELD).stream().anyMatch(subject::endsWith)
                || DraftWords.words(Kind.BARE).contains(subject)
                || (isBareRate(subject) && FIGURE.matchesAnyOf(around.sentenceFront))
                || isOnlyVerbs(subject);
        if (!nothing && OF_ONE_PROJECT.matcher(subject).matches()) {
            return Optional.of(new Question(OpenReason.OF_ONE_PROJECT, subject));
        }
        return nothing || isEffect(subject, around)
                ? Optional.of(new Question(OpenReason.NO_SUBJECT, subject))
                : Optional.empty();
    }

    /** 救助326人，惠及群众900人: what another figure did for how many. */
    private static boolean isEffect(String subject, MentionContext around) {
        return DraftWords.leading(Kind.EFFECT, subject).isPresent() && FIGURE.matchesAnyOf(around.sentenceFront);
    }

    /** 职工养老保险参保1486万人，其中在职职工1032万人: some of the persons counted before, whose name lacks what they are of. */
    static Optional<Question> part(FigureMention figure, MentionContext around, String name) {
        Optional<String> whole = around.whole();
        boolean lacks = figure.quantity().unit().code().equals("count:人")
                && whole.isPresent()
                && gained(whole.get()).isEmpty()
                && name.length() > 1
                && !whole.get().contains(lastWord(name));
        return lacks ? Optional.of(new Question(OpenReason.PART, whole.get())) : Optional.empty();
    }

    /** 困难人员 of 就业困难人员, where all end in 人员. */
    private static String lastWord(String name) {
        int letters = name.endsWith("人员") ? 4 : 2;
        return name.substring(Math.max(0, name.length() - letters));
    }

    /** 资助困难学生312人、47万元: money with the name of those that it was for. */
    static String named(String name, Quantity value) {
        boolean money = value.unit().hasSameBase(Unit.CNY)
                && DraftWords.words(Kind.COUNTED_ENDING).stream().anyMatch(name::endsWith);
        return money ? name + MONEY : name;
    }

    /** A rate with the name of a count, a count with that of a rate or of so much of something: the name is not whole. */
    static Optional<Question> contradiction(String name, Quantity value) {
        boolean rate = value.unit().isRatio();
        boolean ofRates = DraftWords.words(Kind.RATE_ENDING).stream().anyMatch(name::endsWith);
        boolean ofCounts = DraftWords.words(Kind.COUNT_ENDING).stream().anyMatch(name::endsWith);
        boolean counted = value.unit().code().startsWith("count:")
                || value.unit().equals(Unit.CNY)
                || value.unit().code().equals("m2");
        boolean things = value.unit().code().startsWith("count:");
        boolean ofAmounts = DraftWords.words(Kind.AMOUNT_ENDING).stream().anyMatch(name::endsWith);
        boolean persons = (name.endsWith("户") || name.endsWith("家庭"))
                && value.unit().code().equals("count:人");
        return (rate && ofCounts) || (counted && ofRates) || (things && ofAmounts) || persons
                ? Optional.of(new Question(
                        OpenReason.OTHER_UNIT, name + " in " + value.unit().code()))
                : Optional.empty();
    }

    /** 新增托位150个，其中普惠托位90个: the part is new as its whole is; empty where the text says nothing of the kind. */
    static Optional<String> newOfWhole(MentionContext around, String name) {
        return gained(name).isPresent() ? Optional.empty() : around.whole().flatMap(ProposalNames::gained);
    }

    /** Says that what follows came in addition: 新增, 引进. */
    static Optional<String> gained(String text) {
        return DraftWords.first(Kind.NEW, text).or(() -> DraftWords.first(Kind.GAINED, text));
    }

    /** 参保2.76万人，参保率97.5%: the rate of what a figure before it counts, which its name does not say. */
    private static boolean isBareRate(String subject) {
        return subject.length() <= BARE_RATE
                && DraftWords.words(Kind.RATE_ENDING).stream().anyMatch(subject::endsWith);
    }

    private static boolean isUnbalanced(String subject) {
        return count(subject, '（') != count(subject, '）')
                || count(subject, '“') != count(subject, '”')
                || count(subject, '《') != count(subject, '》');
    }

    private static long count(String text, char c) {
        return text.chars().filter(of -> of == c).count();
    }

    /** 提高到, 取得: words that say what became of something, and nothing that it became of. */
    private static boolean isOnlyVerbs(String subject) {
        for (int i = 0; i < subject.length(); ) {
            Word word = ReaderVocabulary.standard().wordAt(subject, i, subject.length());
            if (word == null || word.is(WordKind.OPAQUE) || word.is(WordKind.ELIDED)) {
                return false;
            }
            i += word.text.length();
        }
        return true;
    }

    /** Fewer accidents are better, but not fewer that were dealt with; else the word that opens the name, or the last one. */
    static Guess<Direction> direction(String name) {
        Optional<String> lower = DraftWords.first(Kind.LOWER, name);
        if (lower.isPresent() && ProposalKinds.deedIn(name).isEmpty()) {
            return new Guess<>(Direction.LOWER, lower.get());
        }
        Optional<String> neutral = DraftWords.first(Kind.NEUTRAL, name);
        Optional<String> higher = DraftWords.first(Kind.HIGHER, name);
        if (neutral.isPresent()
                && (higher.isEmpty()
                        || name.startsWith(neutral.get())
                        || end(name, neutral.get()) >= end(name, higher.get()))) {
            return new Guess<>(Direction.NEUTRAL, neutral.get());
        }
        return higher.map(word -> new Guess<>(Direction.HIGHER, word))
                .orElseGet(() -> new Guess<>(Direction.NEUTRAL, "no word says which direction is better"));
    }

    private static int end(String name, String word) {
        return name.lastIndexOf(word) + word.length();
    }

    /** The sector by the longest word that the name has, of those that the catalogue knows. */
    static Optional<Guess<String>> sector(String name, Catalog known) {
        return DraftWords.entries(Kind.SECTOR).stream()
                .filter(entry -> name.contains(entry.word()))
                .filter(entry -> known.sectors().stream().anyMatch(of -> of.id().equals(entry.value())))
                .findFirst()
                .map(entry -> new Guess<>(entry.value(), entry.word()));
    }
}
