package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;

/** The places of members, best first; of groups one after the other. Immutable and thread-safe. */
public final class Ranks {
    /**
     * The place of a member.
     *
     * @param member its name
     * @param group the group within which it is ranked; empty without groups
     * @param score its score as it was compared, rounded where the ranking says so
     * @param rank its place by the scores as they are, 1 the best; a half where ties get the mean
     * @param best the best place that the bounds of all scores allow
     * @param worst the worst place that they allow
     * @param isTied whether another one of its group has the same place
     */
    public record Place(
            String member,
            String group,
            Score score,
            BigDecimal rank,
            BigDecimal best,
            BigDecimal worst,
            boolean isTied) {
        /** {@return whether the bounds allow one place only} */
        public boolean isDecided() {
            return best.compareTo(worst) == 0;
        }

        /** {@return the place, and from where to where it may be: {@code 4 (4-5)}} */
        @Override
        public String toString() {
            return member + " " + rank.toPlainString()
                    + (isDecided() ? "" : " (" + best.toPlainString() + "-" + worst.toPlainString() + ")");
        }
    }

    /**
     * A change of place against an earlier ranking.
     *
     * @param member the name of a member
     * @param before its place then; empty for who has come in
     * @param now its place now; empty for who has left
     */
    public record Change(String member, Optional<BigDecimal> before, Optional<BigDecimal> now) {
        /** {@return by how many places it rose; negative where it fell; empty for who came or left} */
        public Optional<BigDecimal> rise() {
            return before.flatMap(then -> now.map(then::subtract));
        }
    }

    private final ImmutableList<Place> places;
    private final ImmutableMap<String, Place> byMember;

    Ranks(List<Place> places) {
        this.places = ImmutableList.copyOf(places);
        this.byMember = places.stream().collect(ImmutableMap.toImmutableMap(Place::member, place -> place));
    }

    /** {@return the places, best first; members that tie in the order in which they came} */
    public ImmutableList<Place> places() {
        return places;
    }

    /**
     * {@return the place of a member}
     *
     * @param member its name
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if it has none ({@link Reason#UNKNOWN_ID})
     */
    public Place place(String member) {
        return Optional.ofNullable(byMember.get(member))
                .orElseThrow(() -> ScoringRules.refused(
                        Reason.UNKNOWN_ID,
                        "'" + member + "' has no place",
                        "it is unknown or has no score; there are " + byMember.keySet()));
    }

    /**
     * {@return the members at the head, of each group}
     *
     * @param count how many; more where others tie with the last of them, because a tie is not cut
     */
    public ImmutableList<Place> first(int count) {
        return cut(places, count);
    }

    /**
     * {@return the members at the end, of each group, the last one first}
     *
     * @param count how many; more where others tie with the first of them, because a tie is not cut
     */
    public ImmutableList<Place> last(int count) {
        return cut(places.reverse(), count);
    }

    private static ImmutableList<Place> cut(List<Place> ordered, int count) {
        ImmutableList.Builder<Place> taken = ImmutableList.builder();
        Place last = null;
        int ofGroup = 0;
        for (Place place : ordered) {
            boolean isNewGroup = last == null || !last.group.equals(place.group);
            boolean ties = !isNewGroup && last != null && last.rank.compareTo(place.rank) == 0;
            ofGroup = isNewGroup ? 0 : ofGroup;
            // Beyond the count only those that tie with the last one that was taken.
            if (ofGroup < count || (ties && ofGroup < Integer.MAX_VALUE && count > 0)) {
                taken.add(place);
                ofGroup++;
            } else {
                ofGroup = Integer.MAX_VALUE;
            }
            last = place;
        }
        return taken.build();
    }

    /**
     * {@return what changed since an earlier ranking: first the members of this one, in their order, then who has left}
     *
     * @param earlier the ranking then
     */
    public ImmutableList<Change> changesSince(Ranks earlier) {
        ImmutableList.Builder<Change> changes = ImmutableList.builder();
        for (Place place : places) {
            changes.add(new Change(
                    place.member,
                    Optional.ofNullable(earlier.byMember.get(place.member)).map(Place::rank),
                    Optional.of(place.rank)));
        }
        for (Place place : earlier.places) {
            if (!byMember.containsKey(place.member)) {
                changes.add(new Change(place.member, Optional.of(place.rank), Optional.empty()));
            }
        }
        return changes.build();
    }
}
