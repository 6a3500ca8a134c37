package org.grassrootskpi.totals;

import com.google.common.collect.ImmutableList;
import java.util.function.ToLongFunction;
import org.grassrootskpi.engine.Engine;

/**
 * The published totals of a whole table of observations against the sums of their parts, for all regions and periods at once:
 * indicators that make up another by an {@link org.grassrootskpi.model.Identity} of the catalogue, regions that make up a region, months
 * that make up a year.
 *
 * <pre>{@code
 * for (TotalCheck check : TotalChecks.of(Engine.local(table)).checks()) {
 *     System.out.println(check.total() + ": " + check.made() + " made, " + check.failed() + " failed, " + check.impossible() + " impossible");
 * }
 * }</pre>
 *
 * <p>The engine answers one question for the totals of an identity with its parts, two for those of regions and periods, each over all
 * regions and periods. Total and sum are the same where some values within the bounds of all the figures make them so, or differ by no
 * more than the tolerance of the identity. A check is due for each total that has a value, and for each complete sum within their time;
 * where the other side is missing, or one of the parts, it is impossible and counted as such, never as passed. Regions are
 * compared with those of the next level of which there is data, provided that these make up the whole region by the catalogue;
 * periods with the next shorter ones that divide them. Sums of regions are checked of FLOWs and STOCKs, sums of periods of FLOWs, shared
 * or not. Immutable.
 */
public final class TotalChecks {
    private final ImmutableList<TotalCheck> checks;

    private TotalChecks(ImmutableList<TotalCheck> checks) {
        this.checks = checks;
    }

    /**
     * Checks all totals that an engine has data of.
     *
     * @param engine any engine, over a table or a store
     * @return what was checked
     * @throws org.grassrootskpi.query.RefusedException if there are more totals than a result has numbers for
     * @throws org.grassrootskpi.rollup.EngineException if the observations cannot be read, or the thread was interrupted
     */
    public static TotalChecks of(Engine engine) {
        return new TotalChecks(new TotalChecker(engine).check());
    }

    /**
     * Returns the checks, each of the totals of one indicator, level and frequency.
     *
     * @return identities in the order of the catalogue, then regions and periods by indicator; possibly none
     */
    public ImmutableList<TotalCheck> checks() {
        return checks;
    }

    /** {@return how many totals were compared with their sums} */
    public long made() {
        return sum(TotalCheck::made);
    }

    /** {@return how many totals are the sum of their parts} */
    public long passed() {
        return sum(TotalCheck::passed);
    }

    /** {@return how many totals are not the sum of their parts} */
    public long failed() {
        return sum(TotalCheck::failed);
    }

    /** {@return how many totals could not be compared with a sum} */
    public long impossible() {
        return sum(TotalCheck::impossible);
    }

    private long sum(ToLongFunction<TotalCheck> count) {
        return checks.stream().mapToLong(count).sum();
    }

    /** {@return such as {@code 120 totals compared with the sums of their parts: 118 passed, 2 failed; 4 not possible}} */
    @Override
    public String toString() {
        return made() + " totals compared with the sums of their parts: " + passed() + " passed, " + failed()
                + " failed; " + impossible() + " not possible";
    }
}
