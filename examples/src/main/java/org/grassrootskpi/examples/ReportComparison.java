package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.CatalogDraft;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.IndicatorMatch;
import org.grassrootskpi.report.IndicatorMatch.Part;
import org.grassrootskpi.time.TimePeriod;

/** What several reports say of the same common indicators. */
final class ReportComparison {
    private final ImmutableList<Report> reports;
    private final ImmutableList<Indicator> indicators;

    private ReportComparison(ImmutableList<Report> reports, ImmutableList<Indicator> indicators) {
        this.reports = reports;
        this.indicators = indicators;
    }

    /**
     * One report.
     *
     * @param name what it is called in tables
     * @param title its title, or 待补
     * @param period what it looks back on
     * @param statements what it says, by indicator
     * @param indicators the common indicators that it speaks of
     */
    record Report(
            String name,
            String title,
            TimePeriod period,
            ImmutableListMultimap<String, Statement> statements,
            ImmutableList<Indicator> indicators) {
        static Report of(String name, CatalogDraft draft) {
            Catalog catalog = draft.catalog();
            ImmutableListMultimap.Builder<String, Statement> statements = ImmutableListMultimap.builder();
            Set<Indicator> indicators = new LinkedHashSet<>();
            for (Observation observation : catalog.observations()) {
                if (!draft.proposed().contains(observation.indicator())) {
                    statements.put(observation.indicator(), Statement.of(observation, draft));
                    indicators.add(catalog.indicator(observation.indicator()));
                }
            }
            return new Report(
                    name,
                    catalog.documents().get(0).title().zh(),
                    catalog.documents().get(0).period(),
                    statements.build(),
                    ImmutableList.copyOf(indicators));
        }
    }

    /**
     * What a report says of one indicator in one period.
     *
     * @param period the period
     * @param printed the figure as printed, empty where only its change or rank is
     * @param value the figure as a number in the base unit of the indicator
     * @param change the change on the year before
     * @param completion the share of a plan that was reached
     * @param ranks the places among others
     * @param section where it is
     * @param start the character of the report at which the first figure begins
     * @param quote its words
     */
    record Statement(
            TimePeriod period,
            String printed,
            Optional<Quantity> value,
            Optional<Quantity> change,
            Optional<Quantity> completion,
            ImmutableList<Rank> ranks,
            String section,
            int start,
            String quote) {
        static Statement of(Observation observation, CatalogDraft draft) {
            List<IndicatorMatch> matches = draft.bindings().stream()
                    .filter(match -> match.figure().isPresent()
                            && match.indicators().get(0).equals(observation.indicator())
                            && match.region().equals(observation.region())
                            && isOf(match, observation, draft))
                    .toList();
            String printed = matches.stream()
                    .filter(match -> match.part() == Part.VALUE)
                    .map(IndicatorMatch::quote)
                    .findFirst()
                    .orElse("");
            int start = matches.stream()
                    .flatMap(match -> match.figure().stream())
                    .mapToInt(FigureMention::start)
                    .min()
                    .orElse(0);
            return new Statement(
                    observation.period(),
                    observation.figure().isPresent() ? printed : "",
                    observation.figure(),
                    observation.yearOnYear().map(change -> change.value()),
                    observation.completion().map(completion -> completion.value()),
                    observation.ranks(),
                    observation.citation().section(),
                    start,
                    observation.citation().quote());
        }

        private static boolean isOf(IndicatorMatch match, Observation observation, CatalogDraft draft) {
            TimePeriod period = match.figure()
                    .flatMap(FigureMention::period)
                    .map(of -> of.to())
                    .orElse(draft.catalog().documents().get(0).period());
            boolean target = draft.catalog().targets().stream()
                    .anyMatch(of -> of.citation().quote().equals(match.quote())
                            && of.deadline().equals(period));
            return !target && period.equals(observation.period());
        }
    }

    /** Compares reports on the indicators that at least so many of them speak of. */
    static ReportComparison of(ImmutableList<Report> reports, int least) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Indicator> byId = new LinkedHashMap<>();
        for (Report report : reports) {
            for (Indicator indicator : report.indicators) {
                counts.merge(indicator.id(), 1, Integer::sum);
                byId.putIfAbsent(indicator.id(), indicator);
            }
        }
        List<Indicator> shared = new ArrayList<>();
        byId.forEach((id, indicator) -> {
            if (counts.getOrDefault(id, 0) >= least) {
                shared.add(indicator);
            }
        });
        shared.sort(Comparator.comparing((Indicator of) -> -counts.getOrDefault(of.id(), 0)));
        return new ReportComparison(reports, ImmutableList.copyOf(shared));
    }

    ImmutableList<Report> reports() {
        return reports;
    }

    /** The indicators, those that most reports speak of first. */
    ImmutableList<Indicator> indicators() {
        return indicators;
    }
}
