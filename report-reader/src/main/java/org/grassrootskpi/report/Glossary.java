package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grassrootskpi.text.DefinitionLines;
import org.jspecify.annotations.Nullable;

/**
 * Terms of official statistics and of government work with their English, and names composed of them.
 *
 * <p>Only what is covered completely by terms is translated: of a name with one unknown word nothing is said in English. The
 * terms are in {@code glossary.tsv} next to the class. Immutable and thread-safe.
 *
 * <pre>{@code
 * Glossary.standard().term("社会消费品零售总额");            // total retail sales of consumer goods
 * Glossary.standard().compose("新增规上工业企业");            // new industrial enterprises above designated size
 * }</pre>
 */
public final class Glossary {
    private static final String RESOURCE = "glossary.tsv";
    private static final String REST = "~";
    private static final Glossary STANDARD = new Glossary();
    private static final ImmutableSet<String> COUNTERS =
            ImmutableSet.of("次数", "人数", "家数", "户数", "件数", "个数", "场次", "数量", "数");

    private final ImmutableMap<String, Term> terms;
    private final int longest;

    private enum Role {
        NOUN,
        HEAD,
        BEFORE,
        LINK
    }

    private record Term(String english, Role role, String attribute) {
        boolean isNoun() {
            return role == Role.NOUN;
        }
    }

    private Glossary() {
        ImmutableMap.Builder<String, Term> terms = ImmutableMap.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(Glossary.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            String english = line.field(1, "the English term");
            Role role = line.size() > 2 && !line.fields().get(2).isEmpty()
                    ? Role.valueOf(line.field(2, "a role").toUpperCase(Locale.ROOT))
                    : Role.NOUN;
            if (english.contains(REST) != (role == Role.HEAD || role == Role.BEFORE)) {
                throw line.refused(
                        REST + " in the English of a head or of a word before others, and nowhere else", english);
            }
            String attribute = line.size() > 3 ? line.field(3, "the English in front of a noun") : english;
            terms.put(line.field(0, "a term"), new Term(english, role, attribute));
        }
        this.terms = terms.buildOrThrow();
        this.longest =
                this.terms.keySet().stream().mapToInt(String::length).max().orElse(0);
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
        terms.forEach((chinese, term) -> {
            if (term.isNoun()) {
                nouns.put(chinese, term.english);
            }
        });
        return nouns.buildOrThrow();
    }

    /**
     * Returns the English of a term.
     *
     * @param chinese the term as the glossary has it
     * @return in lower case except for proper names; empty where it is no term, or one that does not stand alone
     */
    public Optional<String> term(String chinese) {
        return Optional.ofNullable(terms.get(chinese)).filter(Term::isNoun).map(Term::english);
    }

    /**
     * Composes an English name of terms.
     *
     * @param chinese a name
     * @return a phrase of the terms that cover it; empty where a part of the name is no term
     */
    public Optional<String> compose(String chinese) {
        String name = chinese.replaceAll("[“”\"《》\\s]", "");
        Optional<String> composed = cover(name).flatMap(this::phrase);
        if (composed.isPresent()) {
            return composed;
        }
        return COUNTERS.stream()
                .filter(counter -> name.endsWith(counter) && name.length() > counter.length())
                .findFirst()
                .flatMap(counter -> cover(name.substring(0, name.length() - counter.length())))
                .flatMap(this::phrase);
    }

    /** The terms that cover a name, the longest first; empty where a part is none. */
    private Optional<ImmutableList<Term>> cover(String name) {
        ImmutableList.Builder<Term> cover = ImmutableList.builder();
        for (int at = 0; at < name.length(); ) {
            int length = Math.min(longest, name.length() - at);
            @Nullable Term term = null;
            while (length > 0 && term == null) {
                term = terms.get(name.substring(at, at + length));
                length -= term == null ? 1 : 0;
            }
            if (term == null) {
                return Optional.empty();
            }
            cover.add(term);
            at += length;
        }
        return Optional.of(cover.build());
    }

    private Optional<String> phrase(List<Term> cover) {
        if (cover.isEmpty()) {
            return Optional.empty();
        }
        Term first = cover.get(0);
        Term last = cover.get(cover.size() - 1);
        int link = lastLink(cover);
        if (first.role == Role.BEFORE) {
            return cover.size() == 1
                    ? Optional.empty()
                    : phrase(cover.subList(1, cover.size())).map(rest -> first.english.replace(REST, rest));
        }
        if (link >= 0) {
            return link == 0 || link == cover.size() - 1
                    ? Optional.empty()
                    : linked(cover.subList(0, link), cover.get(link).english, cover.subList(link + 1, cover.size()));
        }
        if (last.role == Role.HEAD) {
            return cover.size() == 1
                    ? Optional.of(last.english
                            .replaceFirst(" (?:of|in|on|for|from|with|to|by) ~", "")
                            .replace(" ~", "")
                            .replace("~ ", ""))
                    : phrase(cover.subList(0, cover.size() - 1)).map(rest -> last.english.replace(REST, rest));
        }
        List<String> words = new ArrayList<>();
        for (Term term : cover.subList(0, cover.size() - 1)) {
            if (!term.isNoun()) {
                return Optional.empty();
            }
            words.add(term.attribute);
        }
        if (!last.isNoun()) {
            return Optional.empty();
        }
        words.add(last.english);
        return Optional.of(String.join(" ", words));
    }

    /** 甲的乙 is "乙 of 甲", 甲和乙 is "甲 and 乙". */
    private Optional<String> linked(List<Term> before, String link, List<Term> behind) {
        Optional<String> one = phrase(before);
        Optional<String> other = phrase(behind);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                link.equals("of") ? other.get() + " of " + one.get() : one.get() + " " + link + " " + other.get());
    }

    private static int lastLink(List<Term> cover) {
        for (int i = cover.size() - 1; i >= 0; i--) {
            if (cover.get(i).role == Role.LINK) {
                return i;
            }
        }
        return -1;
    }
}
