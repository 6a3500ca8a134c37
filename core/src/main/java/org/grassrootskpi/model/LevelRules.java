package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.Problem.Kind;

/** Checks the levels that a catalogue declares, and that whatever has a level has one that the catalogue knows. */
final class LevelRules {
    private static final int MOST = 100;

    private final ProblemList problems;
    private final RegionLevels levels;

    LevelRules(ProblemList problems, RegionLevels levels) {
        this.problems = problems;
        this.levels = levels;
    }

    void declared(List<DeclaredLevel> declared) {
        ImmutableList<RegionLevel> prepared = RegionLevel.prepared();
        Map<RegionLevel, Integer> first = new HashMap<>();
        Map<String, RegionLevel> bySmallLetters = new HashMap<>();
        prepared.forEach(level -> bySmallLetters.put(level.code().toLowerCase(Locale.ROOT), level));
        RegionLevel above = null;
        for (int i = 0; i < declared.size(); i++) {
            String path = "regionLevels[" + i + "]";
            if (!declared.get(i).code().matches(Catalog.ID_FORM)) {
                problems.add(
                        Kind.BAD_VALUE,
                        path + ".code",
                        "'%s' is no code of a level: expected the form %s",
                        declared.get(i).code(),
                        Catalog.ID_FORM);
                continue;
            }
            RegionLevel level = declared.get(i).level();
            Integer earlier = first.putIfAbsent(level, i);
            RegionLevel alike = bySmallLetters.putIfAbsent(level.code().toLowerCase(Locale.ROOT), level);
            if (alike != null && !alike.equals(level)) {
                problems.add(
                        Kind.DUPLICATE,
                        path + ".code",
                        "the level '%s' differs from '%s' in capital letters alone: write it like that, or choose another code",
                        level,
                        alike);
            } else if (earlier != null) {
                problems.addDuplicate(
                        path,
                        "regionLevels[" + earlier + "]",
                        "the level '%s' is declared already: leave one out",
                        level);
            } else if (prepared.contains(level)) {
                if (above != null && prepared.indexOf(above) > prepared.indexOf(level)) {
                    problems.add(
                            Kind.CONTRADICTION,
                            path,
                            "the level %s stands behind %s, which lies within it: expected China's levels in their order, or a"
                                    + " code of your own",
                            level,
                            above);
                }
                above = level;
            }
        }
        if (declared.size() > MOST) {
            problems.add(
                    Kind.TOO_LARGE,
                    "regionLevels",
                    "expected at most %d levels of regions, got %d",
                    MOST,
                    declared.size());
        }
    }

    boolean isKnown(RegionLevel level) {
        return levels.contains(level);
    }

    /** Reports a level that the catalogue does not know; returns whether it does. */
    boolean check(RegionLevel level, String path) {
        boolean known = isKnown(level);
        if (!known) {
            problems.addUnknown(path, "region level", level.code(), levels.codes());
        }
        return known;
    }

    void check(Optional<RegionLevel> scope, String path) {
        scope.ifPresent(level -> check(level, path + ".scope"));
    }

    void check(List<Rank> ranks, List<Award> awards, Optional<Rating> rating, String path) {
        for (int i = 0; i < ranks.size(); i++) {
            check(ranks.get(i).scope(), path + ".ranks[" + i + "]");
        }
        for (int i = 0; i < awards.size(); i++) {
            check(awards.get(i).scope(), path + ".awards[" + i + "]");
        }
        rating.ifPresent(of -> check(of.scope(), path + ".rating"));
    }
}
