package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Map;

/**
 * What a check of a report found, and how much it could check. Immutable and thread-safe.
 *
 * <p>That nothing was found says only as much as the number of checks that were made.
 */
public final class CheckResult {
    private final ImmutableList<Finding> findings;
    private final ImmutableMap<CheckRule, CheckCount> counts;

    CheckResult(Collection<Finding> findings, Map<CheckRule, CheckCount> counts) {
        this.findings = ImmutableList.copyOf(findings);
        this.counts = ImmutableMap.copyOf(counts);
    }

    /**
     * Returns what was found.
     *
     * @return in the order of the text
     */
    public ImmutableList<Finding> findings() {
        return findings;
    }

    /**
     * Returns the findings of a level.
     *
     * @param level the level
     * @return in the order of the text
     */
    public ImmutableList<Finding> findings(CheckLevel level) {
        return findings.stream().filter(finding -> finding.level() == level).collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns how often each rule was applied.
     *
     * @return all rules that are on, in their order
     */
    public ImmutableMap<CheckRule, CheckCount> counts() {
        return counts;
    }

    /**
     * Returns how often the rules were applied in all.
     *
     * @return the sums of the counts
     */
    public CheckCount total() {
        int made = 0;
        int passed = 0;
        int impossible = 0;
        for (CheckCount count : counts.values()) {
            made += count.made();
            passed += count.passed();
            impossible += count.impossible();
        }
        return new CheckCount(made, passed, impossible);
    }

    /** Returns the number of findings and of checks. */
    @Override
    public String toString() {
        CheckCount total = total();
        return findings.size() + " findings of " + total.made() + " checks; " + total.impossible() + " not possible";
    }
}
