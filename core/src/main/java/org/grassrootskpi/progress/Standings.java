package org.grassrootskpi.progress;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.score.Explanation;
import org.grassrootskpi.score.MemberScore;
import org.grassrootskpi.score.Ranks;
import org.grassrootskpi.score.Scores;

/**
 * The regions ranked by their completion: the mean of the completions of their own targets on indicators, none counted as more than
 * 100 %, as a score from 0 to 100. Members are the codes of the regions. A region of which one figure is missing has no place, because
 * what is missing would raise it. Immutable and thread-safe.
 */
public final class Standings {
    /**
     * The place of a region.
     *
     * @param place its place, with the best and the worst that the figures allow
     * @param rise by how many places it rose since the month before; negative where it fell; empty where it had none
     * @param lost the points that it loses by each indicator, most first, none where nothing is lost
     */
    public record Standing(Ranks.Place place, Optional<BigDecimal> rise, ImmutableList<Explanation.Part> lost) {
        /** {@return the code of the region} */
        public String region() {
            return place.member();
        }
    }

    private final ImmutableList<Standing> places;
    private final ImmutableMap<String, String> unranked;

    private Standings(ImmutableList<Standing> places, ImmutableMap<String, String> unranked) {
        this.places = places;
        this.unranked = unranked;
    }

    static Standings none() {
        return new Standings(ImmutableList.of(), ImmutableMap.of());
    }

    static Standings of(Scores now, Optional<Scores> before) {
        Ranks ranks = now.ranks();
        ImmutableMap.Builder<String, Optional<BigDecimal>> rises = ImmutableMap.builder();
        before.ifPresent(then -> ranks.changesSince(then.ranks()).stream()
                .filter(change -> change.now().isPresent())
                .forEach(change -> rises.put(change.member(), change.rise())));
        ImmutableMap<String, Optional<BigDecimal>> rise = rises.buildOrThrow();
        ImmutableMap.Builder<String, String> unranked = ImmutableMap.builder();
        for (MemberScore member : now.members()) {
            member.refusal().ifPresent(refusal -> unranked.put(member.member(), refusal.message()));
        }
        return new Standings(
                ranks.places().stream()
                        .map(place -> new Standing(
                                place,
                                rise.getOrDefault(place.member(), Optional.empty()),
                                lost(now.member(place.member()))))
                        .collect(ImmutableList.toImmutableList()),
                unranked.buildOrThrow());
    }

    private static ImmutableList<Explanation.Part> lost(MemberScore member) {
        try {
            List<Explanation.Part> parts = Explanation.parts(member);
            return parts.stream()
                    .filter(part -> part.lost().value().signum() > 0)
                    .collect(ImmutableList.toImmutableList());
        } catch (AssessmentRefusedException e) {
            return ImmutableList.of();
        }
    }

    /** {@return the places, best first} */
    public ImmutableList<Standing> places() {
        return places;
    }

    /** {@return by the code of a region without a place the reason why it has none} */
    public ImmutableMap<String, String> unranked() {
        return unranked;
    }
}
