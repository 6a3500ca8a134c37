package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.report.Binding.Part;
import org.grassrootskpi.report.IndicatorNames.Named;
import org.jspecify.annotations.Nullable;

/**
 * Finds the indicator of each figure by name and unit.
 *
 * <p>A name counts most in front of the figure (since the figure before it), less behind it, least elsewhere in the
 * sentence, and there only for a unit that few indicators have. The longest name wins; of equal ones the one whose other
 * words stand in the sentence; if that does not decide, nothing does.
 */
final class IndicatorBinder {
    private static final int TOUCHING = 500;
    private static final int IN_FRONT = 400;
    private static final int BEHIND = 300;
    private static final int JOINED = 200;
    private static final int IN_SENTENCE = 100;
    private static final int RARE_UNIT = 2;
    private static final double LIKELY = 0.5;

    private final WorkReport report;
    private final String text;
    private final IndicatorNames names;
    private final RegionFinder regions;
    private final List<Binding> sure = new ArrayList<>();
    private final List<Binding> unsure = new ArrayList<>();
    private final List<FigureMention> unbound = new ArrayList<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private @Nullable Named last;
    private int lastSentence = -1;
    private String lastFront = "";

    IndicatorBinder(WorkReport report, Catalog catalog) {
        this.report = report;
        this.text = report.text();
        this.names = new IndicatorNames(catalog);
        this.regions = new RegionFinder(catalog);
    }

    void bind() {
        FigureMention before = null;
        ImmutableList<FigureMention> figures = FigureReader.read(report);
        for (int i = 0; i < figures.size(); i++) {
            FigureMention figure = figures.get(i);
            int next = i + 1 < figures.size() ? index(figures.get(i + 1).start()) : text.length();
            bind(figure, new Surroundings(figure, before, next));
            before = figure;
        }
        claims.values().forEach(claim -> sure.add(claim.binding));
        named();
    }

    ImmutableList<Binding> sure() {
        return ImmutableList.sortedCopyOf(
                Comparator.comparingInt(
                        binding -> binding.figure().map(FigureMention::start).orElse(Integer.MAX_VALUE)),
                sure);
    }

    ImmutableList<Binding> unsure() {
        return ImmutableList.copyOf(unsure);
    }

    ImmutableList<FigureMention> unbound() {
        return ImmutableList.copyOf(unbound);
    }

    private void bind(FigureMention figure, Surroundings around) {
        if (around.sentence != lastSentence) {
            last = null;
            lastFront = "";
        }
        lastSentence = around.sentence;
        boolean attached = figure.comparison().isPresent();
        List<Candidate> candidates = candidates(figure, around, attached);
        if (candidates.isEmpty()) {
            if (attached && last != null) {
                accept(new Candidate(last, IN_SENTENCE, 0), figure, around);
            } else if (!attached) {
                guess(figure, around);
                last = null;
            } else {
                unbound.add(figure);
            }
        } else if (candidates.size() > 1 && candidates.get(0).ties(candidates.get(1))) {
            unsure.add(new Binding(
                    figure,
                    figure.phrase(),
                    part(figure, null),
                    regions.home(),
                    ids(candidates),
                    "names of equal length"));
            last = null;
        } else {
            accept(candidates.get(0), figure, around);
            last = candidates.get(0).named;
        }
        if (!attached) {
            lastFront = around.front;
        }
    }

    private List<Candidate> candidates(FigureMention figure, Surroundings around, boolean attached) {
        String code = figure.quantity().unit().code();
        boolean rare = names.withUnit(code) <= RARE_UNIT;
        List<Candidate> found = new ArrayList<>();
        for (Named named : names.all()) {
            boolean fits = named.unit.equals(code) || (attached && !ownValue(figure, named));
            if (!fits) {
                continue;
            }
            int score = score(named, around, rare && !attached, attached);
            if (score > 0) {
                found.add(new Candidate(named, score, named.similarity(around.sentenceText)));
            }
        }
        found.sort(Comparator.comparingInt((Candidate candidate) -> candidate.score)
                .thenComparingDouble(candidate -> candidate.similarity)
                .reversed());
        return found;
    }

    /** A change is no value of an indicator of rates, unless it is named as one. */
    private static boolean ownValue(FigureMention figure, Named named) {
        return named.unit.equals("ratio") && figure.comparison().orElseThrow() != Comparison.RANK;
    }

    private int score(Named named, Surroundings around, boolean rare, boolean attached) {
        int length = attached ? 0 : named.longestAt(around.behind);
        if (length > 0) {
            return TOUCHING + length;
        }
        length = named.longestIn(around.front);
        if (length > 0) {
            return IN_FRONT + length;
        }
        length = attached ? 0 : named.longestIn(around.behind);
        if (length > 0) {
            return BEHIND + length;
        }
        length = attached ? 0 : named.longestIn(lastFront + around.front);
        if (length > 0) {
            return JOINED + length;
        }
        length = rare ? named.longestIn(around.sentenceText) : 0;
        if (length == 0 && rare && names.withUnit(named.unit) == 1 && named.similarity(around.sentenceText) > LIKELY) {
            length = 1;
        }
        return length > 0 ? IN_SENTENCE + length : 0;
    }

    /** What is only similar is told, not bound. */
    private void guess(FigureMention figure, Surroundings around) {
        String code = figure.quantity().unit().code();
        List<Candidate> likely = new ArrayList<>();
        for (Named named : names.all()) {
            double similarity = named.unit.equals(code) ? named.similarity(around.sentenceText) : 0;
            if (similarity >= LIKELY) {
                likely.add(new Candidate(named, 0, similarity));
            }
        }
        if (likely.isEmpty()) {
            unbound.add(figure);
            return;
        }
        likely.sort(Comparator.comparingDouble((Candidate candidate) -> candidate.similarity)
                .reversed());
        unsure.add(new Binding(
                figure, figure.phrase(), Part.VALUE, regions.home(), ids(likely), "a similar name, not the same"));
    }

    private void accept(Candidate candidate, FigureMention figure, Surroundings around) {
        Named named = candidate.named;
        Part part = part(figure, named);
        String region = regions.of(around.front, named.indicator);
        String key = named.indicator.id()
                + ' '
                + part
                + ' '
                + figure.period().map(Object::toString).orElse("");
        Binding binding =
                new Binding(figure, figure.phrase(), part, region, ImmutableList.of(named.indicator.id()), "");
        Claim first = claims.get(key);
        if (first == null) {
            claims.put(key, new Claim(candidate.score, binding));
        } else if (candidate.score > first.score) {
            claims.put(key, new Claim(candidate.score, binding));
            unsure.add(again(first.binding));
        } else {
            unsure.add(again(binding));
        }
    }

    private static Binding again(Binding binding) {
        return new Binding(
                binding.figure().orElse(null),
                binding.quote(),
                binding.part(),
                binding.region(),
                binding.indicators(),
                "another figure fits this indicator better or as well");
    }

    private static Part part(FigureMention figure, @Nullable Named named) {
        Optional<Comparison> comparison = figure.comparison();
        boolean own = named != null
                && named.unit.equals("ratio")
                && figure.quantity().unit().code().equals("ratio")
                && !comparison.equals(Optional.of(Comparison.YOY_INCREASE))
                && !comparison.equals(Optional.of(Comparison.YOY_DECREASE));
        if (comparison.isEmpty() || own) {
            return Part.VALUE;
        }
        return switch (comparison.get()) {
            case YOY_INCREASE, YOY_DECREASE, MULTIPLE_INCREASE -> Part.CHANGE;
            case COMPLETION -> Part.COMPLETION;
            case RANK -> Part.RANK;
            case SHARE -> Part.VALUE;
        };
    }

    private static ImmutableList<String> ids(List<Candidate> candidates) {
        return candidates.stream()
                .limit(5)
                .map(candidate -> candidate.named.indicator.id())
                .collect(ImmutableList.toImmutableList());
    }

    /** Indicators that the report names without a figure that could be theirs. */
    private void named() {
        Set<String> bound = new HashSet<>();
        sure.forEach(binding -> bound.addAll(binding.indicators()));
        unsure.forEach(binding -> bound.addAll(binding.indicators()));
        for (Named named : names.all()) {
            if (!bound.contains(named.indicator.id())) {
                named.names.stream()
                        .filter(text::contains)
                        .findFirst()
                        .ifPresent(name -> sure.add(new Binding(
                                null, name, Part.NAME, regions.home(), ImmutableList.of(named.indicator.id()), "")));
            }
        }
    }

    private int index(int character) {
        return text.offsetByCodePoints(0, character);
    }

    /** The text around a figure, cut where other figures stand. */
    private final class Surroundings {
        final String front;
        final String behind;
        final String sentenceText;
        final int sentence;

        Surroundings(FigureMention figure, @Nullable FigureMention before, int next) {
            int start = index(figure.start());
            int end = index(figure.end());
            Clause clause = figure.clause();
            int from = index(clause.start());
            if (before != null) {
                from = Math.max(from, Math.min(start, index(before.end())));
            }
            front = text.substring(from, start);
            int to = Math.max(end, Math.min(index(clause.end()), next));
            behind = text.substring(end, to);
            int first = start;
            while (first > 0 && start - first < MAX_SENTENCE && "。\n；;".indexOf(text.charAt(first - 1)) < 0) {
                first--;
            }
            int stop = end;
            while (stop < text.length() && stop - end < MAX_SENTENCE && "。\n；;".indexOf(text.charAt(stop)) < 0) {
                stop++;
            }
            sentence = first;
            sentenceText = text.substring(first, stop);
        }
    }

    private static final int MAX_SENTENCE = 200;

    private static final class Candidate {
        final Named named;
        final int score;
        final double similarity;

        Candidate(Named named, int score, double similarity) {
            this.named = named;
            this.score = score;
            this.similarity = similarity;
        }

        boolean ties(Candidate other) {
            return score == other.score && similarity == other.similarity;
        }
    }

    private static final class Claim {
        final int score;
        final Binding binding;

        Claim(int score, Binding binding) {
            this.score = score;
            this.binding = binding;
        }
    }
}
