package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.text.DefinitionLines;

/**
 * Terms of official statistics and of government work with their English, and names composed of them.
 *
 * <p>Only what is covered completely by terms is translated: of a name with one unknown word nothing is said in English, nor
 * of one whose terms fit together in no way that the glossary knows. The terms are in {@code glossary.tsv} next to the class.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * Glossary.standard().term("社会消费品零售总额");            // total retail sales of consumer goods
 * Glossary.standard().compose("新增规上工业企业");            // new industrial enterprises above designated size
 * Glossary.standard().compose("农村公路里程");               // length of rural roads
 * }</pre>
 */
public final class Glossary {
    /** Stands in the English of a term for what it says something of. */
    static final String REST = "~";

    /** Stands for a number in a term: {@code <n>岁以上}. */
    static final String NUMBER = "<n>";

    private static final String RESOURCE = "glossary.tsv";
    private static final Glossary STANDARD = new Glossary();

    private final ImmutableListMultimap<String, GlossaryTerm> terms;
    private final EnglishNames names;

    private Glossary() {
        ImmutableListMultimap.Builder<String, GlossaryTerm> terms = ImmutableListMultimap.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(Glossary.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            String english = line.field(1, "the English term");
            GlossaryTerm.Role role = line.size() > 2 && !line.fields().get(2).isEmpty()
                    ? GlossaryTerm.Role.valueOf(line.field(2, "a role").toUpperCase(Locale.ROOT))
                    : GlossaryTerm.Role.NOUN;
            if (english.contains(REST) != role.saysSomethingOfTheRest()) {
                throw line.refused(
                        REST + " in the English of a head and of words before others, and nowhere else", english);
            }
            Optional<String> attribute =
                    line.size() > 3 ? Optional.of(line.field(3, "the English in front of a noun")) : Optional.empty();
            terms.put(line.field(0, "a term"), new GlossaryTerm(english, role, attribute));
        }
        this.terms = terms.build();
        this.terms.asMap().forEach((chinese, senses) -> {
            if (senses.stream().map(GlossaryTerm::role).distinct().count() < senses.size()) {
                throw new IllegalStateException(RESOURCE + ": one English for each role of " + chinese + ": " + senses);
            }
        });
        this.names = new EnglishNames(this.terms);
    }

    /**
     * Returns the glossary of this module.
     *
     * @return always the same one
     */
    public static Glossary standard() {
        return STANDARD;
    }

    /**
     * Returns the terms that stand alone.
     *
     * @return Chinese to English, in the order of the file
     */
    public ImmutableMap<String, String> nouns() {
        ImmutableMap.Builder<String, String> nouns = ImmutableMap.builder();
        for (Map.Entry<String, GlossaryTerm> term : terms.entries()) {
            if (term.getValue().isNoun()) {
                nouns.put(term.getKey(), term.getValue().english());
            }
        }
        return nouns.buildOrThrow();
    }

    /**
     * Returns the English of a term.
     *
     * @param chinese the term as the glossary has it
     * @return in lower case except for proper names; empty where it is no term, or one that does not stand alone
     */
    public Optional<String> term(String chinese) {
        return terms.get(chinese).stream()
                .filter(GlossaryTerm::isNoun)
                .map(GlossaryTerm::english)
                .findFirst();
    }

    /**
     * Composes an English name of terms.
     *
     * @param chinese a name
     * @return a phrase of the terms that cover it; empty where a part of the name is no term
     */
    public Optional<String> compose(String chinese) {
        return names.of(chinese.replaceAll("[“”‘’\"《》\\s]", ""));
    }

    /** The word of something done that a name begins with: 改造 of 改造农村户厕, but not 培训 of 培训中心; empty where it begins with none. */
    Optional<String> deed(String name) {
        for (int end = name.length() - 1; end > 0; end--) {
            String word = name.substring(0, end);
            if (terms.get(word).stream().anyMatch(GlossaryTerm::isNoun)) {
                return Optional.empty();
            }
            Optional<GlossaryTerm> deed = terms.get(word).stream()
                    .filter(term -> term.is(GlossaryTerm.Role.DEED))
                    .findFirst();
            if (deed.isPresent()) {
                boolean qualifies = deed.get().given().isPresent() && beginsWithCompound(name.substring(end));
                return qualifies ? Optional.empty() : Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private boolean beginsWithCompound(String rest) {
        for (int end = rest.length(); end > 0; end--) {
            ImmutableList<GlossaryTerm> senses = terms.get(rest.substring(0, end));
            if (!senses.isEmpty()) {
                return senses.stream().anyMatch(term -> term.is(GlossaryTerm.Role.COMPOUND));
            }
        }
        return false;
    }
}
