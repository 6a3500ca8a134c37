package org.grassrootskpi.json;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.SourceLocation;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one reading: counts all, keeps the first ones, and finds their places when all are known. */
final class JsonProblemList {
    /** A place in one of the texts. */
    record Place(JsonText text, String path) {}

    private record Found(
            Problem problem,
            @Nullable Place place,
            @Nullable Place first) {}

    private final List<Found> kept = new ArrayList<>();
    private long count;

    void add(Problem problem) {
        add(problem, null, null);
    }

    void add(Problem.Kind kind, Place place, String message) {
        add(Problem.of(kind, place.path(), message), place, null);
    }

    void add(Problem problem, @Nullable Place place, @Nullable Place first) {
        if (count++ < CatalogJson.MAX_PROBLEMS) {
            kept.add(new Found(problem, place, first));
        }
    }

    void addUncollected(long more) {
        count += more;
    }

    long count() {
        return count;
    }

    /** Returns whether further problems are only counted. */
    boolean isFull() {
        return count >= CatalogJson.MAX_PROBLEMS;
    }

    /** Returns whether there are too many problems to go on. */
    boolean isHopeless() {
        return count >= CatalogJson.MOST_COUNTED;
    }

    /** Returns the problems that are kept, each with its place. */
    ImmutableList<Problem> located() {
        SetMultimap<JsonText, String> wanted = HashMultimap.create();
        for (Found found : kept) {
            want(found.place(), wanted);
            want(found.first(), wanted);
        }
        Map<Place, SourceLocation> places = new HashMap<>();
        for (JsonText text : wanted.keySet()) {
            text.locate(wanted.get(text)).forEach((path, location) -> places.put(new Place(text, path), location));
        }
        return kept.stream().map(found -> located(found, places)).collect(ImmutableList.toImmutableList());
    }

    private static void want(@Nullable Place place, SetMultimap<JsonText, String> wanted) {
        if (place != null) {
            wanted.put(place.text(), place.path());
        }
    }

    private static Problem located(Found found, Map<Place, SourceLocation> places) {
        Problem.Builder located = Problem.builder().from(found.problem());
        Place place = found.place();
        if (place != null) {
            located.path(place.path()).location(Objects.requireNonNull(places.get(place)));
        }
        Place first = found.first();
        if (first != null) {
            located.firstPath(first.path()).firstLocation(Objects.requireNonNull(places.get(first)));
        }
        return located.build();
    }
}
