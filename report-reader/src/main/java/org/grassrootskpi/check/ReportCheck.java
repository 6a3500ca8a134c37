package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.FigureReader;
import org.grassrootskpi.report.WorkReport;

/**
 * Checks a report before it is printed: finds what cannot be right, and asks about what is odd.
 *
 * <pre>{@code
 * WorkReport report = WorkReport.parse("全年完成工业投资32.6亿元，上年为30.05亿元，增长9.5%。");
 * for (Finding finding : ReportCheck.standard().check(report).findings()) {
 *     System.out.println(finding.level() + " " + finding.sum()); // ERROR 32.6亿元 ÷ 30.05亿元 - 1 = 8.49% …
 * }
 * }</pre>
 *
 * <p>Every figure is taken with all values that its printed form allows: an error is only where no such values satisfy the
 * relation that the text states. Immutable and thread-safe.
 */
public final class ReportCheck {
    private static final ImmutableList<Examiner> EXAMINERS = ImmutableList.of(
            new GrowthExaminer(),
            new QuotientExaminer(),
            new RoundTargetExaminer(),
            new RateExaminer(),
            new PartsExaminer(),
            new TotalExaminer(),
            new StructureExaminer(),
            new UnitPriceExaminer(),
            new NamesExaminer(),
            new ProgrammeExaminer(),
            new NumberingExaminer(),
            new StateExaminer(),
            new LimitExaminer(),
            new GrimExaminer(),
            new RepetitionExaminer(),
            new OddityExaminer());

    private final ImmutableMap<String, CheckRule> rules;
    private final KnownFigures known;

    private ReportCheck(Map<String, CheckRule> rules, KnownFigures known) {
        this.rules = ImmutableMap.copyOf(rules);
        this.known = known;
    }

    /**
     * Returns a check by all standard rules.
     *
     * @return the check with the levels and tolerances of the resource
     */
    public static ReportCheck standard() {
        return of(CheckRule.standard());
    }

    /**
     * Returns a check by these rules alone.
     *
     * @param rules the rules; of two with the same id the later one counts
     * @return the check
     */
    public static ReportCheck of(CheckRule... rules) {
        return of(ImmutableList.copyOf(rules));
    }

    /**
     * Returns a check by these rules alone.
     *
     * @param rules the rules; of two with the same id the later one counts
     * @return the check
     */
    public static ReportCheck of(Iterable<CheckRule> rules) {
        Map<String, CheckRule> byId = new LinkedHashMap<>();
        rules.forEach(rule -> byId.put(rule.id(), rule));
        return new ReportCheck(byId, KnownFigures.NONE);
    }

    /**
     * Returns this check with a changed rule.
     *
     * @param rule it replaces the one with its id, or is added
     * @return the changed check
     */
    public ReportCheck with(CheckRule rule) {
        Map<String, CheckRule> changed = new LinkedHashMap<>(rules);
        changed.put(rule.id(), rule);
        return new ReportCheck(changed, known);
    }

    /**
     * Returns this check with an earlier report, of the year before or of a part of the same year, against which the rules {@code
     * history} check: stated growth, sums since the beginning of the year, its plan, and figures that are not mentioned any more. Subjects
     * are compared by their exact names.
     *
     * @param name what its places are called, for example its file
     * @param previous the earlier report
     * @return the check that knows it too
     */
    public ReportCheck withPrevious(String name, WorkReport previous) {
        return new ReportCheck(rules, known.plus(KnownFigures.of(name, previous)));
    }

    /**
     * Returns this check with a catalogue, against whose observations and targets the rules {@code history} check, and by whose
     * identities the rule {@code identity.sum} does. An indicator is found by its Chinese name and its aliases.
     *
     * @param name what its places are called, for example its folder
     * @param catalog the catalogue
     * @param region the code of the region that the report is about
     * @return the check that knows it too
     * @throws org.grassrootskpi.model.UnknownIdException if the catalogue has no such region
     */
    public ReportCheck against(String name, Catalog catalog, String region) {
        catalog.region(region);
        return new ReportCheck(rules, known.plus(KnownFigures.of(name, catalog, region)));
    }

    /**
     * Returns the rules.
     *
     * @return also those that are switched off
     */
    public ImmutableList<CheckRule> rules() {
        return rules.values().asList();
    }

    /**
     * Checks a report whose figures are read with the standard vocabulary.
     *
     * @param report the report
     * @return what was found, and how much was checked
     */
    public CheckResult check(WorkReport report) {
        return check(report, FigureReader.read(report));
    }

    /**
     * Checks a report.
     *
     * @param report the report
     * @param figures its figures in the order of the text, as a {@link FigureReader} found them
     * @return what was found, and how much was checked
     */
    public CheckResult check(WorkReport report, List<FigureMention> figures) {
        CheckedText text = new CheckedText("", report, figures);
        Ledger ledger = new Ledger(rules);
        for (Examiner examiner : EXAMINERS) {
            examiner.examine(text, ledger);
        }
        new StockExaminer(known).examine(text, ledger);
        new IdentityExaminer(known).examine(text, ledger);
        if (!known.isEmpty()) {
            new HistoryExaminer(known).examine(text, ledger);
            new RecordExaminer(known).examine(text, ledger);
        }
        new SeriesExaminer(known.reports()).examine(text, ledger);
        return ledger.result();
    }
}
