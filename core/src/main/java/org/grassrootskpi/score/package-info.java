/**
 * Scores of regions and units: scorecards, composite indices, ranks, how robust they are, and why they are what they are.
 *
 * <p>A {@link org.grassrootskpi.score.Scorecard} is the rule of an office: items with weights and {@link
 * org.grassrootskpi.score.ScoringFunction scoring functions}, what happens to {@link org.grassrootskpi.score.MissingScores missing}
 * figures, what is added and taken away, where the score is rounded. {@link org.grassrootskpi.score.MemberFigures} hold the figures as
 * reported:
 *
 * <pre>{@code
 * Scorecard card = Scorecard.of(
 *         LocalizedText.of("街道考核", "Assessment of subdistricts"),
 *         ScoreItem.of("system", new BigDecimal("40"), ScoringFunction.asIs()),
 *         ScoreItem.of("site", new BigDecimal("60"), ScoringFunction.asIs()));
 * Scores scores = card.score(MemberFigures.builder()
 *         .put("甲街道", "system", Quantity.parse("95.3"))
 *         .put("甲街道", "site", Quantity.parse("近94"))
 *         .put("乙街道", "system", Quantity.parse("95.2"))
 *         .put("乙街道", "site", Quantity.parse("92.95"))
 *         .build());
 * scores.member("甲街道").score().orElseThrow();          // 94.52, with the bounds that 近 leaves open
 * scores.ranks().place("甲街道");                         // 1 (1-2): the bounds allow the second place, too
 * Explanation.parts(scores.member("乙街道"));             // where points are lost, most first
 * WeightRobustness.of(scores).neighbours();              // until which change of the weights the order holds
 * }</pre>
 *
 * <p>What flows through are bounds: those of rounded and vague figures, and from worst to best of what is missing. A score has them, a
 * level can be undecided, a place is from-to. Nothing is filled in silently; what cannot be computed is refused with an {@link
 * org.grassrootskpi.assess.AssessmentRefusal}. Sums, weights and orders are exact; where a method needs logarithms or deviations, the bounds
 * are rounded outwards.
 */
@NullMarked
@ScoreStyle
package org.grassrootskpi.score;

import org.jspecify.annotations.NullMarked;
