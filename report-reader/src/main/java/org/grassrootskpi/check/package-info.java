/**
 * Checks a report before it is printed.
 *
 * <p>In go the text and its {@linkplain org.grassrootskpi.report.FigureReader figures}; out come
 * {@linkplain org.grassrootskpi.check.Finding findings}, each with its rule, its level, the figures with their places, the sum
 * written out and what would make it right, and for each rule how many relations were checked, hold, and cannot be checked.
 *
 * <pre>{@code
 * WorkReport report = WorkReport.parse("受理诉求9600件，办结9350件，办结率94.7%。");
 * CheckResult result = ReportCheck.standard().check(report);
 * for (Finding finding : result.findings(CheckLevel.ERROR)) {
 *     System.out.println(finding.place().line() + " " + finding.sum() + " " + finding.remedies());
 * }
 * }</pre>
 *
 * <p>The rules are in {@code rules.tsv}, the words by which relations are found in {@code check-words.tsv}, and the quotients
 * and partitions that names imply (办结率 is 办结 of 受理; 第一, 第二 and 第三产业 make the whole) in {@code identities.tsv}.
 */
@NullMarked
package org.grassrootskpi.check;

import org.jspecify.annotations.NullMarked;
