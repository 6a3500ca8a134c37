package org.grassrootskpi.assess;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;

/** Checks that levels cover the line, each place of it once. */
final class LevelPartition {
    private LevelPartition() {}

    static void require(List<Level> sorted) {
        if (sorted.isEmpty()) {
            throw refused("there are no levels", "give at least one");
        }
        Set<String> names = new HashSet<>();
        for (Level level : sorted) {
            if (!names.add(level.name())) {
                throw refused("two levels are named '" + level.name() + "'", "give each its own name");
            }
        }
        Level first = sorted.get(0);
        if (first.lower().isPresent()) {
            throw hole("(-∞, " + first.lower().get() + (first.lowerIncluded() ? ")" : "]"));
        }
        for (int i = 1; i < sorted.size(); i++) {
            requireNext(sorted.get(i - 1), sorted.get(i));
        }
        Level last = sorted.get(sorted.size() - 1);
        if (last.upper().isPresent()) {
            throw hole((last.upperIncluded() ? "(" : "[") + last.upper().get() + ", +∞)");
        }
    }

    private static void requireNext(Level level, Level next) {
        if (level.upper().isEmpty() || next.lower().isEmpty()) {
            throw refused(
                    "'" + level.name() + "' and '" + next.name()
                            + "' overlap: one of them has no end towards the other",
                    "give each place of the line one level");
        }
        int order = level.upper().get().compareTo(next.lower().get());
        if (order < 0) {
            throw hole((level.upperIncluded() ? "(" : "[") + level.upper().get() + ", "
                    + next.lower().get() + (next.lowerIncluded() ? ")" : "]"));
        }
        if (order == 0 && !level.upperIncluded() && !next.lowerIncluded()) {
            throw hole("the point " + level.upper().get());
        }
        if (order > 0 || (level.upperIncluded() && next.lowerIncluded())) {
            throw refused(
                    "'" + level.name() + "' and '" + next.name() + "' overlap "
                            + (order == 0
                                    ? "at " + level.upper().get()
                                    : "from " + next.lower().get() + " to "
                                            + level.upper().get()),
                    "give each place of the line one level");
        }
    }

    private static AssessmentRefusedException hole(String where) {
        return refused(where + " has no level", "let a level reach there, or add one");
    }

    private static AssessmentRefusedException refused(String message, String suggestion) {
        return new AssessmentRefusedException(Reason.LEVELS_DO_NOT_PARTITION, message, suggestion);
    }
}
