package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The groups of a result as numbers: their places on four axes, of which the innermost changes fastest. */
final class GroupNumbers {
    /** What a group is of. */
    enum Axis {
        SUBJECT,
        REGION,
        PERIOD,
        COMBINATION
    }

    /** The places of groups on an axis. */
    static final class Places {
        private final int size;
        private final int stride;
        private final boolean isOutermost;
        private final Divisor byStride;
        private final Divisor bySize;

        private Places(int size, int stride, boolean isOutermost) {
            this.size = size;
            this.stride = stride;
            this.isOutermost = isOutermost;
            byStride = new Divisor(stride);
            bySize = new Divisor(Math.max(1, size));
        }

        /** Returns the place of a group. */
        int of(int number) {
            if (size == 1) {
                return 0;
            }
            int quotient = stride == 1 ? number : byStride.quotient(number);
            return isOutermost ? quotient : bySize.remainder(quotient);
        }
    }

    private final EnumMap<Axis, Places> places = new EnumMap<>(Axis.class);

    /**
     * Numbers the groups.
     *
     * @param nesting the axes that the result is grouped by, from the outermost to the innermost; those that are not named follow
     * @param sizes how many places each axis has
     * @throws ArithmeticException if an int does not hold the numbers
     */
    GroupNumbers(List<Axis> nesting, Map<Axis, Integer> sizes) {
        Set<Axis> all = new LinkedHashSet<>(nesting);
        all.addAll(Arrays.asList(Axis.values()));
        int stride = 1;
        for (Axis axis : ImmutableList.copyOf(all).reverse()) {
            int size = Objects.requireNonNull(sizes.get(axis));
            places.put(axis, new Places(size, stride, axis == all.iterator().next()));
            stride = Math.multiplyExact(stride, Math.max(1, size));
        }
    }

    int size(Axis axis) {
        return places(axis).size;
    }

    /** Returns how many groups there are. */
    int total() {
        return places.values().stream().mapToInt(axis -> axis.size).reduce(1, Math::multiplyExact);
    }

    /** Returns whether the numbers of a subject's groups are those of slots: regions, and in them periods. */
    boolean haveSlotOrder() {
        Places subjects = places(Axis.SUBJECT);
        Places regions = places(Axis.REGION);
        int periods = size(Axis.PERIOD);
        return (subjects.size == 1 || subjects.stride == regions.size * periods)
                && (regions.size == 1 || regions.stride == periods)
                && size(Axis.COMBINATION) == 1;
    }

    Places places(Axis axis) {
        return Objects.requireNonNull(places.get(axis));
    }

    /** Returns the place of a group on an axis. */
    int at(int number, Axis axis) {
        return places(axis).of(number);
    }
}
