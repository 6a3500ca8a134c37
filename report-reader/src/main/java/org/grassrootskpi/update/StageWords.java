package org.grassrootskpi.update;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.report.FigurePeriod;
import org.grassrootskpi.text.DefinitionLines;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.update.UpdateWords.Kind;

/** Finds the stages that words say a project has reached. */
final class StageWords {
    private static final ImmutableMap<String, Word> COMMON = read();
    private static final int REACH = 4;
    private static final int OPENING = 6;
    private static final TimePeriod ANY = TimePeriod.ofYear(2000);

    private record Word(String sort, ImmutableList<String> stages) {}

    /**
     * A stage that a text names.
     *
     * @param isReached false where it is only planned, or expressly not reached
     * @param isDenied true where it is expressly not reached
     * @param isEvent true for what happens at one time
     */
    record Reached(
            Stage stage,
            Optional<Milestone.Phase> phase,
            String word,
            Optional<TimePeriod> period,
            boolean isReached,
            boolean isDenied,
            boolean isEvent) {}

    private StageWords() {}

    private static ImmutableMap<String, Word> read() {
        String resource = "stage-words.tsv";
        ImmutableMap.Builder<String, Word> words = ImmutableMap.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(StageWords.class.getResourceAsStream(resource), resource)) {
            words.put(
                    line.field(0, "a word"),
                    new Word(
                            line.field(1, "event, state or any"),
                            ImmutableList.copyOf(line.field(2, "ids of stages").split(" "))));
        }
        return words.buildOrThrow();
    }

    /** Whether a piece begins with what is said of something else than itself: a time, a word of stage or of progress. */
    static boolean opens(String piece) {
        String rest = piece;
        for (Optional<String> adverb = UpdateWords.leading(Kind.ADVERB, rest);
                adverb.isPresent();
                adverb = UpdateWords.leading(Kind.ADVERB, rest)) {
            rest = rest.substring(adverb.get().length());
        }
        return isSaid(rest);
    }

    private static boolean isSaid(String piece) {
        String head = piece.substring(0, Math.min(piece.length(), OPENING));
        return COMMON.keySet().stream().anyMatch(word -> isEarly(piece, word))
                || Stream.of(Kind.FINISH, Kind.GOING_ON, Kind.NOT_YET, Kind.DROPPED, Kind.POSTPONED)
                        .flatMap(kind -> UpdateWords.of(kind).stream())
                        .anyMatch(word -> isEarly(piece, word))
                || FigurePeriod.lastIn(head, ANY).isPresent();
    }

    /** Whether a text is nothing but a word of stage or progress. */
    static boolean isBare(String text) {
        return COMMON.containsKey(text)
                || Stream.of(Kind.values())
                        .anyMatch(kind -> UpdateWords.of(kind).contains(text));
    }

    private static boolean isEarly(String piece, String word) {
        int at = piece.indexOf(word);
        return at >= 0 && at < 3;
    }

    /** The stages of a model that a text names, the furthest last. */
    static List<Reached> in(String text, StageModel model, TimePeriod year) {
        List<Map.Entry<String, Stage>> words = meant(model).entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, Stage> of) -> -of.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        List<Reached> found = new ArrayList<>();
        boolean[] taken = new boolean[text.length()];
        for (Map.Entry<String, Stage> meant : words) {
            String word = meant.getKey();
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                if (!taken[at]) {
                    for (int i = at; i < at + word.length(); i++) {
                        taken[i] = true;
                    }
                    found.add(reached(text, at, word, meant.getValue(), year));
                }
            }
        }
        boolean isOfActivity = found.stream().anyMatch(of -> of.stage().kind() == Stage.Kind.ACTIVITY);
        found.removeIf(of -> isOfActivity && isAny(of.word()));
        found.sort(
                Comparator.comparingInt((Reached of) -> model.order(of.stage().id()))
                        .thenComparing(of -> of.period().isPresent()));
        return found;
    }

    /** 全部完成 is of a project, unless an activity of it is named: then it says that this is over. */
    private static boolean isAny(String word) {
        return Optional.ofNullable(COMMON.get(word))
                .map(of -> of.sort().startsWith("any"))
                .orElse(false);
    }

    private static Map<String, Stage> meant(StageModel model) {
        Map<String, Stage> meant = new HashMap<>();
        COMMON.forEach((word, stages) -> stages.stages().stream()
                .flatMap(id -> model.stage(id).stream())
                .findFirst()
                .ifPresent(stage -> meant.put(word, stage)));
        for (Stage stage : model.stages()) {
            Stream.concat(Stream.of(stage.name().zh()), stage.aliases().stream())
                    .filter(name -> name.length() > 1)
                    .forEach(name -> meant.put(name, stage));
        }
        return meant;
    }

    private static Reached reached(String text, int at, String word, Stage stage, TimePeriod year) {
        String near = text.substring(Math.max(0, at - REACH), at);
        String piece = text.substring(Math.max(text.lastIndexOf('，', at), 0), at);
        int stop = text.indexOf('，', at);
        String behind = text.substring(at + word.length(), stop < 0 ? text.length() : stop);
        boolean isActivity = stage.kind() == Stage.Kind.ACTIVITY;
        boolean notYet = UpdateWords.in(Kind.NOT_YET, near + behind).isPresent();
        boolean denied = UpdateWords.in(Kind.NOT_YET, near).isPresent()
                || (notYet && isActivity && UpdateWords.in(Kind.STARTED, behind).isPresent());
        String sort = Optional.ofNullable(COMMON.get(word)).map(Word::sort).orElse("");
        boolean unfinished = !isActivity
                && !sort.endsWith("state")
                && UpdateWords.in(Kind.UNFINISHED, near + behind).isPresent();
        boolean open = unfinished
                || UpdateWords.in(Kind.WILL, piece).isPresent()
                || UpdateWords.in(Kind.POSTPONED, piece).isPresent();
        Optional<Milestone.Phase> phase = Optional.empty();
        if (isActivity) {
            boolean finished = UpdateWords.in(Kind.FINISH, text).isPresent() && !notYet;
            phase = Optional.of(finished ? Milestone.Phase.FINISHED : Milestone.Phase.BEGUN);
        }
        boolean isEvent = sort.startsWith("event") || sort.equals("any");
        return new Reached(stage, phase, word, month(text.substring(0, at), year), !denied && !open, denied, isEvent);
    }

    /** The time in front of the word in the same piece, else the last one before. */
    private static Optional<TimePeriod> month(String before, TimePeriod year) {
        return FigurePeriod.lastIn(before, year)
                .map(FigurePeriod::to)
                .filter(period -> !period.equals(year) && year.contains(period));
    }
}
