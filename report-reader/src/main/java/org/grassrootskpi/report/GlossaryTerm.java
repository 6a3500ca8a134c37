package org.grassrootskpi.report;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sense of a term of the glossary. Immutable.
 *
 * @param english its English, with {@code ~} for what a head or a word before others says something of
 * @param role its place in a name
 * @param given the English in front of a noun, where the file has it
 */
record GlossaryTerm(String english, Role role, Optional<String> given) {
    /** Words that only follow a noun: 残疾人, persons with disabilities, cannot stand in front of another. */
    private static final Pattern MORE_BEHIND =
            Pattern.compile(".* (?:of|in|on|for|from|with|to|by|at|above|below|out|under|without|against) .*|the .*");

    private static final Pattern PLURAL = Pattern.compile("(?:.* )?(?:[^ ]*[^sui]s|women|children)");
    private static final Pattern SEVERAL = Pattern.compile("[^sui]s\\b|women|children|personnel|staff");
    private static final Pattern RATE =
            Pattern.compile(".*\\b(?:rate|ratio|share|coverage|satisfaction|awareness)\\b.*");
    private static final Pattern JOINED_TO_REST = Pattern.compile(" (?:of|in|on|for|from|with|to|by) ~");

    /** Where a term stands in a name. */
    enum Role {
        /** Stands alone, or in front of a noun. */
        NOUN,
        /** A noun that words of doing qualify: 培训基地. */
        COMPOUND,
        /** Only in front of a noun: 省级. */
        ADJECTIVE,
        /** The last word: 产量 of 茶叶产量. */
        HEAD,
        /** The first word, of all that follows: 规上. */
        BEFORE,
        /** The same, and something that was done: 新建. */
        DEED,
        /** Divides what follows by what precedes: 人均. */
        EACH,
        /** Joins two names. */
        LINK,
        /** Behind a name in the plural, adds nothing: 人数. */
        COUNTER;

        boolean saysSomethingOfTheRest() {
            return this == HEAD || this == BEFORE || this == DEED || this == EACH;
        }
    }

    boolean is(Role asked) {
        return role == asked;
    }

    boolean isNoun() {
        return role == Role.NOUN || role == Role.COMPOUND;
    }

    /** The word as it qualifies a noun: training for 培训. */
    GlossaryTerm qualifying() {
        return new GlossaryTerm(given.orElse(english), Role.ADJECTIVE, Optional.empty());
    }

    /** A head that needs to know of what: a rate. */
    boolean isRate() {
        return RATE.matcher(english).matches();
    }

    /** The English with what it says something of. */
    String with(String rest) {
        return english.replace(Glossary.REST, rest);
    }

    /** A head that stands alone: growth for growth of ~. */
    String alone() {
        return JOINED_TO_REST
                .matcher(english)
                .replaceFirst("")
                .replace(" " + Glossary.REST, "")
                .replace(Glossary.REST + " ", "");
    }

    /** Says that the English is of several: enterprises, persons with disabilities. */
    boolean isPlural() {
        return SEVERAL.matcher(english).find();
    }

    /** The English in front of a noun; empty where the noun is "of" it: loans of enterprises. */
    Optional<String> attribute() {
        if (given.isPresent() || role == Role.ADJECTIVE) {
            return given.or(() -> Optional.of(english));
        }
        return PLURAL.matcher(english).matches() || MORE_BEHIND.matcher(english).matches()
                ? Optional.empty()
                : Optional.of(english);
    }
}
