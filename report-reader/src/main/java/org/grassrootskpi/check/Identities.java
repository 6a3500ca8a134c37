package org.grassrootskpi.check;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.text.DefinitionLines;

/** What names imply: quotients (办结率 is 办结 of 受理) and partitions (男 and 女 make all), those of {@code identities.tsv}. */
final class Identities {
    private static final String RESOURCE = "identities.tsv";
    private static final ImmutableList<String> NOT_DONE = ImmutableList.of("应", "未", "需", "待", "不", "非");
    private static final String RATE = "率";
    private static final Splitter WORDS = Splitter.on('|').omitEmptyStrings();
    private static final Identities STANDARD = new Identities();

    private final ImmutableList<Rate> rates;
    private final ImmutableList<ImmutableList<ImmutableList<String>>> partitions;

    private Identities() {
        ImmutableList.Builder<Rate> rates = ImmutableList.builder();
        ImmutableList.Builder<ImmutableList<ImmutableList<String>>> partitions = ImmutableList.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(Identities.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            String kind = line.field(0, "a kind of identity");
            switch (kind) {
                case "rate" ->
                    rates.add(new Rate(
                            line.field(1, "the name of a rate"),
                            WORDS.splitToList(line.field(2, "words of its part")),
                            WORDS.splitToList(line.field(3, "words of its whole"))));
                case "partition" -> {
                    List<ImmutableList<String>> classes = new ArrayList<>();
                    for (int i = 1; i < line.size(); i++) {
                        classes.add(ImmutableList.copyOf(WORDS.splitToList(line.field(i, "words of a part"))));
                    }
                    partitions.add(ImmutableList.copyOf(classes));
                }
                default -> throw line.refused("rate or partition", kind);
            }
        }
        this.rates = rates.build();
        this.partitions = partitions.build();
    }

    /**
     * A rate and the words by which its part and its whole are known.
     *
     * @param name how it is called
     * @param part words of the numerator
     * @param whole words of the denominator; none if any will do that has no word of the part
     */
    record Rate(String name, List<String> part, List<String> whole) {
        boolean isSure() {
            return !whole.isEmpty();
        }

        boolean isPart(String words) {
            return part.stream()
                    .anyMatch(word -> words.contains(word)
                            && !isDue(word, words)
                            && (isSure() || CheckWords.withoutTail(words).endsWith(word)));
        }

        boolean isWhole(String words) {
            return whole.isEmpty()
                    ? part.stream().allMatch(word -> !words.contains(word) || isDue(word, words))
                    : whole.stream().anyMatch(words::contains) && !words.contains(name);
        }

        /** 应接种 and 未接种 are no part of what was 接种. */
        private static boolean isDue(String word, String words) {
            return NOT_DONE.stream().anyMatch(lead -> words.contains(lead + word));
        }
    }

    /** The rate at the end of the words in front of a figure: one of the resource, or any of two characters and 率. */
    static Optional<Rate> rateNamed(String before) {
        String words = CheckWords.withoutTail(before);
        for (Rate rate : STANDARD.rates) {
            if (words.endsWith(rate.name)) {
                return Optional.of(rate);
            }
        }
        int length = words.length();
        if (!words.endsWith(RATE) || length < 3) {
            return Optional.empty();
        }
        String verb = words.substring(length - 3, length - 1);
        boolean isWord = verb.codePoints().allMatch(Character::isIdeographic);
        return isWord ? Optional.of(new Rate(verb + RATE, List.of(verb), List.of())) : Optional.empty();
    }

    /**
     * How many of the first of these names make a whole, each of another class of one partition.
     *
     * @return empty if they make none
     */
    static Optional<Integer> partition(List<String> names) {
        for (ImmutableList<ImmutableList<String>> classes : STANDARD.partitions) {
            if (names.size() >= classes.size() && covers(classes, names.subList(0, classes.size()))) {
                return Optional.of(classes.size());
            }
        }
        return Optional.empty();
    }

    private static boolean covers(List<ImmutableList<String>> classes, List<String> names) {
        List<ImmutableList<String>> open = new ArrayList<>(classes);
        for (String name : names) {
            Optional<ImmutableList<String>> of = open.stream()
                    .filter(words -> words.stream().anyMatch(name::contains))
                    .findFirst();
            if (of.isEmpty()) {
                return false;
            }
            open.remove(of.get());
        }
        return open.isEmpty();
    }
}
