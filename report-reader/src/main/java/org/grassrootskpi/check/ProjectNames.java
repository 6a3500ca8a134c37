package org.grassrootskpi.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.check.CheckWords.Kind;

/** What clauses call something that is built, and whether two of them mean the same. */
final class ProjectNames {
    private static final int LEAST_NAME = 4;
    private static final int LEAST_BEGINNING = 3;
    private static final int LEAST_END = 2;
    private static final Pattern MARKS = Pattern.compile("[“”‘’\"《》]");
    private static final Pattern GENERAL = Pattern.compile("(项目|工程)$");
    /** A phase or an edition: what follows the name tells one part of something from another. */
    private static final Pattern PHASE = Pattern.compile("[一二三四五六七八九十]+期|[0-9]+期|[0-9]\\.[0-9]|[一二三四五六七八九十]+标");

    private ProjectNames() {}

    /** A name without quotation marks. */
    static String bare(String name) {
        return MARKS.matcher(name).replaceAll("");
    }

    /** Returns where a phase begins in a clause; empty if there is none. */
    static Optional<Integer> phase(String clause) {
        Matcher phase = PHASE.matcher(clause);
        return phase.find() ? Optional.of(phase.start()) : Optional.empty();
    }

    /**
     * Returns the name that two clauses share: it begins at the same place of both or behind a verb, is that of something that is
     * built, and no phase follows it in either, since another phase is another thing.
     */
    static Optional<String> shared(String done, String planned) {
        CommonWords.Stretch name = CommonWords.of(done, planned);
        int length = name.text().length();
        boolean isSame = length >= LEAST_NAME
                && CheckWords.isIn(Kind.FACILITY, name.text())
                && begins(done, name.first())
                && begins(planned, name.second())
                && !isPhase(done, name.first() + length)
                && !isPhase(planned, name.second() + length);
        return isSame ? Optional.of(name.text()) : Optional.empty();
    }

    private static boolean begins(String clause, int at) {
        Optional<String> verb = CheckWords.atEnd(Kind.LEADING, clause.substring(0, at));
        return at == 0 || verb.isPresent() || "“”、《".indexOf(clause.charAt(at - 1)) >= 0;
    }

    private static boolean isPhase(String clause, int at) {
        return PHASE.matcher(clause).region(at, clause.length()).lookingAt();
    }

    /** Returns the name of what is built: it stands behind the word or, at the end of the clause, in front of it. */
    static String built(String clause, StageRanks.Stage stage) {
        String behind = bare(clause.substring(stage.end()));
        return CheckWords.atEnd(Kind.FACILITY, behind).isPresent() ? trimmed(behind) : before(clause, stage);
    }

    /** Returns the name in front of the word for a stage. */
    static String before(String clause, StageRanks.Stage stage) {
        String name = bare(clause.substring(0, stage.at()));
        for (Optional<String> end = CheckWords.atEnd(Kind.MANNER, name);
                end.isPresent();
                end = CheckWords.atEnd(Kind.MANNER, name)) {
            name = name.substring(0, name.length() - end.get().length());
        }
        return trimmed(name);
    }

    private static String trimmed(String name) {
        String rest = name;
        for (Optional<String> verb = CheckWords.at(Kind.LEADING, rest, 0);
                verb.isPresent();
                verb = CheckWords.at(Kind.LEADING, rest, 0)) {
            rest = rest.substring(verb.get().length());
        }
        return GENERAL.matcher(rest).replaceFirst("");
    }

    /**
     * Returns whether two whole names mean the same: equal, or the longer one has more words in the middle (空中的士运营基地, 空中的士低空经济运营基地).
     */
    static boolean areAlike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int beginning = 0;
        while (beginning < shorter && one.charAt(beginning) == other.charAt(beginning)) {
            beginning++;
        }
        int end = 0;
        while (end < shorter - beginning
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        boolean isEqual = one.equals(other);
        boolean isLonger = beginning >= LEAST_BEGINNING && end >= LEAST_END && beginning + end == shorter;
        return (isEqual || isLonger)
                && shorter >= LEAST_NAME
                && CheckWords.atEnd(Kind.FACILITY, one).isPresent()
                && CheckWords.atEnd(Kind.FACILITY, other).isPresent();
    }
}
