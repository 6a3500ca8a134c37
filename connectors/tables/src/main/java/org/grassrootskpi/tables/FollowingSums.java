package org.grassrootskpi.tables;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the members of a list that are sums of those that follow them, down to several levels: a nation, below it its regions, below each
 * the provinces of it. One is believed where it adds up nearly everywhere, and in so many digits that it is no chance.
 */
final class FollowingSums {
    /** So many groups are looked at. */
    static final int MOST_GROUPS = 100;

    /** Longer lists are not looked at. */
    static final int MOST_MEMBERS = 1000;

    private static final int DIGITS_OF_EVIDENCE = 6;
    private static final double NEARLY_ALL = 0.9;
    /** More than the error of doubles that are nearest to two decimals, and of their difference. */
    private static final double ROUNDING = 1e-12;

    /** The last place of numbers by their decimals. */
    private static final double[] FINE = {1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};

    private final List<String> members;
    private final List<Map<String, BigDecimal>> groups;
    private final int[] ends;
    private final Set<String> found = new LinkedHashSet<>();

    private FollowingSums(List<String> members, List<Map<String, BigDecimal>> groups) {
        this.members = members;
        this.groups = groups.subList(0, Math.min(groups.size(), MOST_GROUPS));
        ends = new int[members.size()];
    }

    /**
     * Finds them.
     *
     * @param members the list in its order
     * @param groups the values of one indicator and period each, by member
     */
    static Set<String> of(List<String> members, List<Map<String, BigDecimal>> groups) {
        FollowingSums sums = new FollowingSums(members, groups);
        for (int at = members.size() - 1; at >= 0; at--) {
            sums.ends[at] = sums.end(at);
        }
        Set<String> inOrder = new LinkedHashSet<>(members);
        inOrder.retainAll(sums.found);
        return inOrder;
    }

    /** Returns where the parts of a member end; right behind it if it has none. */
    private int end(int at) {
        @Nullable BigDecimal[] sums = new BigDecimal[groups.size()];
        Arrays.fill(sums, BigDecimal.ZERO);
        int parts = 0;
        for (int next = at + 1; next < members.size(); next = ends[next]) {
            boolean isBeyond = true;
            int digits = 0;
            int usable = 0;
            int equal = 0;
            parts++;
            for (int group = 0; group < sums.length; group++) {
                BigDecimal whole = groups.get(group).get(members.get(at));
                BigDecimal part = groups.get(group).get(members.get(next));
                BigDecimal before = sums[group];
                sums[group] = part == null || before == null ? null : before.add(part);
                BigDecimal sum = sums[group];
                if (whole == null || sum == null || (whole.signum() == 0 && sum.signum() == 0)) {
                    continue;
                }
                usable++;
                isBeyond &= sum.compareTo(whole) > 0;
                if (isSame(whole, sum, parts)) {
                    equal++;
                    digits += whole.stripTrailingZeros().precision();
                }
            }
            if (parts > 1 && equal > 0 && equal >= NEARLY_ALL * usable && digits >= DIGITS_OF_EVIDENCE) {
                found.add(members.get(at));
                return ends[next];
            }
            if (usable > 0 && isBeyond && equal == 0) {
                break;
            }
        }
        return at + 1;
    }

    /**
     * Returns whether it is sure, without exact sums, that a number is not zero and by far not the {@link #isSame} as the rest of a sum
     * which it is a part of.
     */
    static boolean isNoHalf(BigDecimal part, double sum, int parts) {
        if (part.signum() == 0 || part.scale() < 0 || part.scale() >= FINE.length) {
            return false;
        }
        double doubled = 2 * part.doubleValue();
        return 2 * Math.abs(doubled - sum)
                > (parts + 2) * FINE[part.scale()] + ROUNDING * (Math.abs(doubled) + Math.abs(sum));
    }

    /** Returns whether a sum of rounded numbers is a rounded number. */
    static boolean isSame(BigDecimal whole, BigDecimal sum, int parts) {
        BigDecimal fine = BigDecimal.ONE.movePointLeft(Math.max(whole.scale(), sum.scale()));
        BigDecimal halves = fine.multiply(BigDecimal.valueOf(parts + 1L));
        // In units such as 亿元 a whole may be printed with fewer digits than its parts in 万元.
        if (whole.scale() < Math.min(0, sum.scale())) {
            halves = halves.add(BigDecimal.ONE.movePointLeft(whole.scale()));
        }
        return whole.subtract(sum).abs().multiply(BigDecimal.valueOf(2)).compareTo(halves) <= 0;
    }
}
