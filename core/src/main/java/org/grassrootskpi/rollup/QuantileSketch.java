package org.grassrootskpi.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts whole numbers in buckets, so that any quantile of any number of them is known to a relative error of 1/256.
 *
 * <p>Numbers below 128 in magnitude have a bucket each; every larger power of two is cut into 128 buckets of one width, and
 * a number is represented by the middle of its bucket. The idea of buckets that grow with the value is DDSketch's (Masson, Rim and
 * Lee, "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees", VLDB 2019), the borders at
 * binary numbers are HdrHistogram's: no logarithm is taken, so that every machine finds the same bucket. A sketch is the
 * same whatever the order in which numbers are added and sketches merged, and holds at most 14,592 buckets, in pages of 128
 * that are made as they are needed: 0.5 KB and 1 KB for each power of two that occurs. The buckets of up to 256 numbers are a list.
 *
 * <p>Mutable and not thread-safe: an engine fills one for each slot and thread, then merges.
 */
public final class QuantileSketch {
    private static final int MANTISSA_BITS = 7;
    private static final int PAGE = 1 << MANTISSA_BITS;
    private static final long LINEAR = PAGE;

    private static final int FIRST_FEW = 8;
    private static final int MOST_FEW = 256;

    /** Pages of one sign: one of {@link #LINEAR} buckets for the numbers below it, one for each larger power of two. */
    private static final int PAGES_PER_SIGN = Long.SIZE - MANTISSA_BITS;

    private static final long[] @Nullable [] NO_PAGES = {};

    /**
     * Counts by bucket: page by magnitude, negative numbers first; a page is made when a number falls into it. None as long as there are
     * {@link #few} numbers.
     */
    private long[] @Nullable [] pages = NO_PAGES;

    /** The buckets of the first numbers, in any order, as long as there are few; pages would take a hundred times as much. */
    private int @Nullable [] few = new int[FIRST_FEW];

    private final int scale;
    private long count;

    /**
     * Creates an empty sketch.
     *
     * @param scale how many decimals the numbers have, 0 or more
     */
    public QuantileSketch(int scale) {
        this.scale = scale;
    }

    /**
     * Counts a number.
     *
     * @param unscaled the number times ten to the power of the scale
     */
    public void add(long unscaled) {
        add(unscaled, 1);
    }

    /**
     * Counts a number several times.
     *
     * @param unscaled the number times ten to the power of the scale
     * @param times how often, 0 or more
     */
    public void add(long unscaled, long times) {
        addBucket(bucket(unscaled), times);
    }

    private void addBucket(int bucket, long times) {
        if (few != null && times == 1 && count < MOST_FEW) {
            if (count == few.length) {
                few = Arrays.copyOf(few, 2 * few.length);
            }
            few[(int) count] = bucket;
        } else {
            fillPages();
            page(bucket)[bucket & (PAGE - 1)] += times;
        }
        count += times;
    }

    private void fillPages() {
        int[] buckets = few;
        few = null;
        if (pages.length == 0) {
            pages = new long[2 * PAGES_PER_SIGN] @Nullable [];
        }
        for (int i = 0; buckets != null && i < count; i++) {
            page(buckets[i])[buckets[i] & (PAGE - 1)]++;
        }
    }

    /** {@return a sketch of the same numbers, which later additions to this one do not change} */
    QuantileSketch copy() {
        QuantileSketch copy = new QuantileSketch(scale);
        copy.merge(this);
        return copy;
    }

    /**
     * Counts all numbers that another sketch has counted.
     *
     * @param other a sketch of the same scale
     * @throws IllegalArgumentException if the scales differ
     */
    public void merge(QuantileSketch other) {
        if (scale != other.scale) {
            throw new IllegalArgumentException(
                    "Expected a sketch of " + scale + " decimals, got one of " + other.scale);
        }
        other.forEach(this::addBucket);
    }

    /** {@return how many numbers were counted} */
    public long count() {
        return count;
    }

    /**
     * Counts the middle of each bucket as often as there are numbers in it. Sketches of several scales may be counted in one map.
     *
     * @param counts how often each number occurs, added to
     */
    public void addTo(NavigableMap<BigDecimal, Long> counts) {
        forEach((bucket, n) -> counts.merge(middle(bucket).movePointLeft(scale), n, Long::sum));
    }

    /**
     * {@return the middle of the bucket of the smallest number that is not less than a part of all; empty if there is none}
     *
     * @param probability the part, from 0 to 1
     */
    public Optional<BigDecimal> quantile(BigDecimal probability) {
        if (count == 0) {
            return Optional.empty();
        }
        if (few != null) {
            return Optional.of(ofFew(List.of(this), probability));
        }
        long rank = rank(probability, count);
        for (int index = 0; index < pages.length; index++) {
            long @Nullable [] page = pages[index];
            for (int i = 0; page != null && i < PAGE; i++) {
                rank -= page[i];
                if (rank <= 0) {
                    int bucket = ((index - PAGES_PER_SIGN) << MANTISSA_BITS) + i;
                    return Optional.of(middle(bucket).movePointLeft(scale));
                }
            }
        }
        throw new IllegalStateException("Expected " + count + " numbers in the buckets, found fewer");
    }

    /** Returns the same of sketches that list their buckets, of at least one number. */
    private static BigDecimal ofFew(List<QuantileSketch> sketches, BigDecimal probability) {
        int size = 0;
        for (QuantileSketch sketch : sketches) {
            size += (int) sketch.count;
        }
        long[] buckets = new long[size];
        int end = 0;
        for (QuantileSketch sketch : sketches) {
            int[] own = sketch.few;
            for (int i = 0; own != null && i < sketch.count; i++) {
                buckets[end++] = own[i];
            }
        }
        int bucket = (int) Selection.smallest(buckets, 0, (int) rank(probability, size) - 1);
        return middle(bucket).movePointLeft(sketches.get(0).scale);
    }

    /**
     * {@return the same of all numbers that several sketches have counted; empty if there is none}
     *
     * @param sketches of any scales
     * @param probability the part, from 0 to 1
     */
    public static Optional<BigDecimal> quantile(List<QuantileSketch> sketches, BigDecimal probability) {
        if (sketches.isEmpty() || sketches.stream().anyMatch(sketch -> sketch.scale != sketches.get(0).scale)) {
            NavigableMap<BigDecimal, Long> counts = new TreeMap<>();
            sketches.forEach(sketch -> sketch.addTo(counts));
            return quantile(counts, probability);
        }
        if (sketches.size() == 1) {
            return sketches.get(0).quantile(probability);
        }
        if (sketches.stream().allMatch(sketch -> sketch.few != null && sketch.count > 0)) {
            return Optional.of(ofFew(sketches, probability));
        }
        QuantileSketch all = new QuantileSketch(sketches.get(0).scale);
        sketches.forEach(all::merge);
        return all.quantile(probability);
    }

    /**
     * {@return the smallest number that is not less than a part of all; empty if there is none}
     *
     * @param counts how often each number occurs
     * @param probability the part, from 0 to 1
     */
    public static Optional<BigDecimal> quantile(NavigableMap<BigDecimal, Long> counts, BigDecimal probability) {
        long count = counts.values().stream().mapToLong(Long::longValue).sum();
        long rank = rank(probability, count);
        for (Map.Entry<BigDecimal, Long> number : counts.entrySet()) {
            rank -= number.getValue();
            if (rank <= 0) {
                return Optional.of(number.getKey());
            }
        }
        return Optional.empty();
    }

    /**
     * {@return the place of a quantile among numbers in ascending order, from 1}
     *
     * @param probability the part of the numbers that are not above it, from 0 to 1
     * @param count how many numbers there are, 1 or more
     */
    public static long rank(BigDecimal probability, long count) {
        return Math.max(
                1,
                probability
                        .multiply(BigDecimal.valueOf(count))
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact());
    }

    private long[] page(int bucket) {
        int index = (bucket >> MANTISSA_BITS) + PAGES_PER_SIGN;
        long @Nullable [] page = pages[index];
        if (page == null) {
            page = new long[PAGE];
            pages[index] = page;
        }
        return page;
    }

    /** Gives each bucket that has a number, ascending unless there are few numbers. */
    private void forEach(BucketCounts consumer) {
        int[] buckets = few;
        for (int i = 0; buckets != null && i < count; i++) {
            consumer.accept(buckets[i], 1);
        }
        for (int index = 0; index < pages.length; index++) {
            long @Nullable [] page = pages[index];
            for (int i = 0; page != null && i < PAGE; i++) {
                if (page[i] > 0) {
                    consumer.accept(((index - PAGES_PER_SIGN) << MANTISSA_BITS) + i, page[i]);
                }
            }
        }
    }

    private interface BucketCounts {
        void accept(int bucket, long count);
    }

    private static int bucket(long number) {
        // The complement keeps Long.MIN_VALUE, which has no positive counterpart, in range; it shifts a bucket by one.
        return number >= 0 ? positive(number) : ~positive(~number);
    }

    private static int positive(long number) {
        if (number < LINEAR) {
            return (int) number;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(number) - MANTISSA_BITS;
        return (int) ((shift + 1) * LINEAR + (number >>> shift) - LINEAR);
    }

    private static BigDecimal middle(int bucket) {
        return bucket >= 0
                ? middleOfPositive(bucket)
                : middleOfPositive(~bucket).add(BigDecimal.ONE).negate();
    }

    private static BigDecimal middleOfPositive(int bucket) {
        if (bucket < LINEAR) {
            return BigDecimal.valueOf(bucket);
        }
        int shift = (int) (bucket / LINEAR) - 1;
        long low = (bucket % LINEAR + LINEAR) << shift;
        return BigDecimal.valueOf(low).add(BigDecimal.valueOf((1L << shift) - 1).divide(BigDecimal.valueOf(2)));
    }
}
