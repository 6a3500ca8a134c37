package org.grassrootskpi.report;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.report.GlossaryTerm.Role;
import org.jspecify.annotations.Nullable;

/**
 * Composes English names: a name is covered by terms, the longest first, and the terms are put together by their roles. What no
 * cover fits, or no rule, has no English: a wrong name would be worse.
 */
final class EnglishNames {
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9').or(CharMatcher.is('.'));
    private static final Pattern IN_BRACKETS = Pattern.compile("(.+)（(.+)）");
    private static final int MAX_TERMS = 7;
    private static final int MAX_COVERS = 200;
    private static final String OF = "of";
    private static final String ANY = "*";
    private static final String THE = "the ";
    private static final String BEHIND = Glossary.REST + " ";

    private final ImmutableListMultimap<String, GlossaryTerm> terms;
    private final int longest;

    EnglishNames(ImmutableListMultimap<String, GlossaryTerm> terms) {
        this.terms = terms;
        this.longest = terms.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    Optional<String> of(String printed) {
        Matcher bracket = IN_BRACKETS.matcher(printed);
        if (bracket.matches()) {
            return of(bracket.group(1)).flatMap(name -> of(bracket.group(2)).map(more -> name + " (" + more + ")"));
        }
        return plain(printed);
    }

    private Optional<String> plain(String name) {
        Optional<String> counted = terms.entries().stream()
                .filter(term -> term.getValue().is(Role.COUNTER) && name.endsWith(term.getKey()))
                .max(Comparator.comparingInt(term -> term.getKey().length()))
                .flatMap(term ->
                        counted(name.substring(0, name.length() - term.getKey().length()), term.getValue()));
        return counted.isPresent() ? counted : new Search(name, false).found();
    }

    /** 党员人数 are Party members; 最低生活保障人数 are no allowances. */
    private Optional<String> counted(String rest, GlossaryTerm counter) {
        boolean ends = !rest.isEmpty()
                && (counter.english().equals(ANY) || counter.english().indexOf(rest.charAt(rest.length() - 1)) >= 0);
        return ends ? new Search(rest, true).found() : Optional.empty();
    }

    /** Tries the covers of one name, those with the longest terms first. */
    private final class Search {
        private final String name;
        private final boolean ofThings;
        private final List<GlossaryTerm> cover = new ArrayList<>();
        private int covers;

        /**
         * Begins a search.
         *
         * @param ofThings true if the name has to end in the plural of something: 党员 of 党员人数
         */
        Search(String name, boolean ofThings) {
            this.name = name;
            this.ofThings = ofThings;
        }

        Optional<String> found() {
            return name.isEmpty() ? Optional.empty() : from(0);
        }

        private Optional<String> from(int at) {
            if (at == name.length()) {
                covers++;
                return ofThings && !isOfThings(cover) ? Optional.empty() : phrase(qualified(cover));
            }
            int digits = DIGITS.negate().indexIn(name, at);
            int behind = digits < 0 ? name.length() : digits;
            for (int end = Math.min(name.length(), Math.max(at, behind) + longest);
                    end > at && cover.size() < MAX_TERMS && covers < MAX_COVERS;
                    end--) {
                Optional<String> found = with(name.substring(at, end), at, behind, end);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private Optional<String> with(String part, int at, int behind, int end) {
            List<GlossaryTerm> senses = new ArrayList<>(terms.get(part));
            if (behind > at && end > behind) {
                String number = name.substring(at, behind);
                terms.get(Glossary.NUMBER + name.substring(behind, end))
                        .forEach(term -> senses.add(new GlossaryTerm(
                                term.english().replace(Glossary.NUMBER, number),
                                term.role(),
                                term.given().map(of -> of.replace(Glossary.NUMBER, number)))));
            }
            for (GlossaryTerm sense : senses) {
                cover.add(sense);
                Optional<String> found = from(end);
                cover.remove(cover.size() - 1);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }

    private static boolean isOfThings(List<GlossaryTerm> cover) {
        GlossaryTerm last = cover.get(cover.size() - 1);
        return last.isNoun() ? last.isPlural() : last.is(Role.HEAD);
    }

    /** A word of doing in front of a noun that it qualifies: 培训基地 are training bases. */
    private static List<GlossaryTerm> qualified(List<GlossaryTerm> cover) {
        List<GlossaryTerm> qualified = new ArrayList<>(cover);
        for (int i = 0; i + 1 < cover.size(); i++) {
            if (cover.get(i).is(Role.DEED)
                    && cover.get(i).given().isPresent()
                    && cover.get(i + 1).is(Role.COMPOUND)) {
                qualified.set(i, cover.get(i).qualifying());
            }
        }
        return qualified;
    }

    private static Optional<String> phrase(List<GlossaryTerm> cover) {
        if (cover.isEmpty()) {
            return Optional.empty();
        }
        GlossaryTerm last = cover.get(cover.size() - 1);
        if (last.is(Role.HEAD)) {
            Optional<String> headed = headed(cover.subList(0, cover.size() - 1), last);
            if (headed.isPresent()) {
                return headed;
            }
        }
        int link = lastLink(cover);
        boolean twoDeeds =
                link >= 0 && link + 1 < cover.size() && cover.get(link + 1).is(Role.DEED);
        GlossaryTerm first = cover.get(0);
        if ((first.is(Role.BEFORE) || first.is(Role.DEED)) && !twoDeeds) {
            return said(cover);
        }
        if (link >= 0) {
            return linked(cover, link);
        }
        for (int i = 0; i < cover.size(); i++) {
            Role role = cover.get(i).role();
            if (role == Role.EACH) {
                return each(cover.subList(0, i), cover.get(i), cover.subList(i + 1, cover.size()));
            }
            if (role == Role.BEFORE || role == Role.DEED) {
                return inside(cover.subList(0, i), cover.subList(i, cover.size()));
            }
        }
        return nouns(cover);
    }

    /** 茶叶产量 is "output of tea", 省级资金 "provincial funds". */
    private static Optional<String> headed(List<GlossaryTerm> rest, GlossaryTerm head) {
        if (rest.isEmpty()) {
            return head.english().startsWith(BEHIND) ? Optional.empty() : Optional.of(head.alone());
        }
        if (areAdjectives(rest)) {
            StringBuilder words = new StringBuilder();
            rest.forEach(adjective -> words.append(adjective.english()).append(' '));
            return Optional.of(words + head.alone());
        }
        return phrase(rest).map(head::with);
    }

    /** 新建道路 is "roads newly built", 排查化解矛盾纠纷 "disputes checked and resolved". */
    private static Optional<String> said(List<GlossaryTerm> cover) {
        StringBuilder deeds = new StringBuilder();
        int at = 0;
        if (cover.size() > 1
                && cover.stream().limit(cover.size() - 1L).allMatch(term -> term.is(Role.DEED))
                && cover.get(cover.size() - 1).isRate()) {
            return Optional.empty();
        }
        while (at < cover.size() && isDeedBehind(cover.get(at))) {
            deeds.append(deeds.length() == 0 ? " " : " and ")
                    .append(cover.get(at).english().substring(BEHIND.length()));
            at++;
        }
        if (at > 0 && at == cover.size() - 1 && cover.get(at).english().startsWith(THE)) {
            return Optional.empty(); // 受理热线: what was received is not the hotline
        }
        if (at > 0) {
            return phrase(cover.subList(at, cover.size())).map(rest -> rest + deeds);
        }
        return phrase(cover.subList(1, cover.size())).map(cover.get(0)::with);
    }

    private static boolean isDeedBehind(GlossaryTerm term) {
        return term.is(Role.DEED) && term.english().startsWith(BEHIND);
    }

    /** 甲的乙 is "乙 of 甲"; 甲、乙和丙 is "甲, 乙 and 丙". */
    private static Optional<String> linked(List<GlossaryTerm> cover, int link) {
        Optional<String> one = phrase(cover.subList(0, link));
        Optional<String> other = phrase(cover.subList(link + 1, cover.size()));
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        String word = cover.get(link).english();
        if (word.equals(OF)) {
            return Optional.of(other.get() + " of " + one.get());
        }
        boolean list = lastLink(cover.subList(0, link)) >= 0;
        return Optional.of(
                (list ? one.get().replace(" " + word + " ", ", ") : one.get()) + " " + word + " " + other.get());
    }

    /** 农民人均收入 is "per capita income of farmers". */
    private static Optional<String> each(List<GlossaryTerm> of, GlossaryTerm each, List<GlossaryTerm> what) {
        Optional<String> divided = phrase(what).map(each::with);
        if (of.isEmpty() || divided.isEmpty()) {
            return divided;
        }
        return phrase(of).map(owner -> divided.get() + " of " + owner);
    }

    /** 农村新增公路 is said of "rural roads"; 农家书屋新增图书 is "rural reading rooms: new books". */
    private static Optional<String> inside(List<GlossaryTerm> before, List<GlossaryTerm> said) {
        if (areAdjectives(before)) {
            List<GlossaryTerm> moved = new ArrayList<>();
            moved.add(said.get(0));
            moved.addAll(before);
            moved.addAll(said.subList(1, said.size()));
            return phrase(moved);
        }
        long deeds = said.stream().takeWhile(term -> term.is(Role.DEED)).count();
        if (deeds == 0 || said.size() == deeds || said.get((int) deeds).is(Role.HEAD)) {
            return Optional.empty();
        }
        Optional<String> owner = nouns(before);
        Optional<String> done = phrase(said);
        return owner.isEmpty() || done.isEmpty() ? Optional.empty() : Optional.of(owner.get() + ": " + done.get());
    }

    /** Nouns in a row: "rural roads", "loans of enterprises". */
    private static Optional<String> nouns(List<GlossaryTerm> cover) {
        @Nullable String owner = null;
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < cover.size(); i++) {
            GlossaryTerm term = cover.get(i);
            boolean isLast = i == cover.size() - 1;
            if (!term.isNoun() && !(term.is(Role.ADJECTIVE) && !isLast)) {
                return Optional.empty();
            }
            Optional<String> attribute = isLast ? Optional.empty() : term.attribute();
            if (attribute.isPresent()) {
                attributes.append(attribute.get()).append(' ');
            } else {
                owner = attributes + term.english() + (owner == null ? "" : " of " + owner);
                attributes.setLength(0);
            }
        }
        return Optional.ofNullable(owner);
    }

    private static boolean areAdjectives(List<GlossaryTerm> terms) {
        return !terms.isEmpty() && terms.stream().allMatch(term -> term.is(Role.ADJECTIVE));
    }

    private static int lastLink(List<GlossaryTerm> cover) {
        for (int i = cover.size() - 1; i >= 0; i--) {
            if (cover.get(i).is(Role.LINK)) {
                return i;
            }
        }
        return -1;
    }
}
