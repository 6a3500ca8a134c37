package org.grassrootskpi.evaluate;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.assess.PlanPath.Share;
import org.grassrootskpi.time.TimePeriod;

/** The shares of targets that are due at the ends of periods, each computed once. Thread-safe. */
public final class DueShares {
    /** Nothing is due: what is reached is all that counts. */
    static final Share NONE = new Share(BigInteger.ZERO, BigInteger.ONE);

    private final PlanPath path;
    private final boolean isOfYear;
    private final Map<Integer, Share> known = new ConcurrentHashMap<>();

    /**
     * Creates the shares of a path.
     *
     * @param isOfYear whether the targets are those of the years that contain the periods, instead of the periods' own
     */
    public DueShares(PlanPath path, boolean isOfYear) {
        this.path = path;
        this.isOfYear = isOfYear;
    }

    PlanPath path() {
        return path;
    }

    /**
     * Returns the share that is due at the end of a period.
     *
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if the path does not fit the target's period
     */
    Share at(int period) {
        return known.computeIfAbsent(period, this::compute);
    }

    private Share compute(int code) {
        TimePeriod period = TimePeriod.ofCode(code);
        TimePeriod plan = isOfYear ? TimePeriod.ofYear(period.year()) : period;
        return path.dueShare(plan, period.lastDay());
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
