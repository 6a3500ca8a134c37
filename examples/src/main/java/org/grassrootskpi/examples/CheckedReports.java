package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.check.CheckCount;
import org.grassrootskpi.check.CheckResult;
import org.grassrootskpi.check.Finding;
import org.grassrootskpi.check.Place;
import org.grassrootskpi.check.Remedy;
import org.grassrootskpi.check.Slip;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.pages.CheckedReport;

/** The findings of a check as a page shows them. */
final class CheckedReports {
    private static final Labels ZH = new Labels(Language.ZH);
    private static final Labels EN = new Labels(Language.EN);

    private CheckedReports() {}

    static CheckedReport of(String name, CheckResult result) {
        CheckCount total = result.total();
        return new CheckedReport(
                name,
                total.made(),
                total.passed(),
                total.impossible(),
                result.findings().stream().map(CheckedReports::finding).collect(ImmutableList.toImmutableList()));
    }

    private static CheckedReport.Finding finding(Finding finding) {
        return new CheckedReport.Finding(
                switch (finding.level()) {
                    case ERROR -> CheckedReport.Level.ERROR;
                    case WARNING -> CheckedReport.Level.WARNING;
                    case QUESTION -> CheckedReport.Level.QUESTION;
                },
                finding.rule().id(),
                finding.rule().title(),
                finding.places().stream().map(CheckedReports::passage).collect(ImmutableList.toImmutableList()),
                finding.sum(),
                finding.remedies().stream().map(CheckedReports::remedy).collect(ImmutableList.toImmutableList()));
    }

    private static CheckedReport.Passage passage(Place place) {
        return new CheckedReport.Passage(
                place.source().isEmpty() ? Optional.empty() : Optional.of(Arguments.name(place.source())),
                place.sentence(),
                place.surface(),
                place.line(),
                place.column());
    }

    private static CheckedReport.Remedy remedy(Remedy remedy) {
        return new CheckedReport.Remedy(
                remedy.place().surface(), remedy.value(), remedy.slip().map(CheckedReports::slip));
    }

    private static LocalizedText slip(Slip slip) {
        return LocalizedText.of(ZH.of("check.slip", slip), EN.of("check.slip", slip));
    }
}
