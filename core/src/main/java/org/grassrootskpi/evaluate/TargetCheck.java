package org.grassrootskpi.evaluate;

import org.grassrootskpi.rollup.Rollup;

/**
 * Two counts by the regions and periods of which there are targets: where there is a value and no target, the targets of the others
 * do not make up that of the whole.
 *
 * @param observed counts observations
 * @param planned counts targets, in the same slots
 */
public record TargetCheck(Rollup observed, Rollup planned) {}
