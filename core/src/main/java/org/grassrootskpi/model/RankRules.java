package org.grassrootskpi.model;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.model.Problem.Kind;
import org.grassrootskpi.text.DefinitionLines;

/** Checks that a rank is of the kind that its words say: 首批 is one of a batch, not the first. */
final class RankRules {
    private static final String RESOURCE = "rank-words.tsv";

    private final ProblemList problems;
    private final ImmutableList<Map.Entry<String, Rank.Kind>> words;

    RankRules(ProblemList problems) {
        this.problems = problems;
        ImmutableMap.Builder<String, Rank.Kind> byWord = ImmutableMap.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(RankRules.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            byWord.put(line.field(0, "a word"), Rank.Kind.valueOf(line.field(1, "a kind of rank")));
        }
        words = byWord.buildOrThrow().entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Rank.Kind> word) -> -word.getKey().length()))
                .collect(toImmutableList());
    }

    void check(List<Rank> ranks, String path) {
        for (int i = 0; i < ranks.size(); i++) {
            Rank rank = ranks.get(i);
            EnumSet<Rank.Kind> said = said(rank.quote());
            if (!said.isEmpty() && !said.contains(rank.kind())) {
                problems.add(
                        Kind.CONTRADICTION,
                        path + ".ranks[" + i + "].kind",
                        "rank '%s' is of kind %s, but its words say %s",
                        rank.quote(),
                        rank.kind(),
                        said.iterator().next());
            }
        }
    }

    private EnumSet<Rank.Kind> said(String quote) {
        EnumSet<Rank.Kind> said = EnumSet.noneOf(Rank.Kind.class);
        String rest = quote;
        for (Map.Entry<String, Rank.Kind> word : words) {
            if (rest.contains(word.getKey())) {
                said.add(word.getValue());
                rest = rest.replace(word.getKey(), " ");
            }
        }
        return said;
    }
}
