package org.grassrootskpi.update;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.report.CatalogDraft;
import org.grassrootskpi.report.FigureMention;

/** The figures of the new plan that are values, or growths, of indicators of a catalogue. */
final class PlannedFigures {
    private PlannedFigures() {}

    static List<UpdateEntry> of(Catalog catalog, CatalogDraft draft, String document, List<ReportSentence> sentences) {
        Map<String, FigureMention> figures = new HashMap<>();
        draft.bindings()
                .forEach(match -> match.figure().ifPresent(figure -> figures.putIfAbsent(match.quote(), figure)));
        Set<String> known = new HashSet<>();
        catalog.indicators().forEach(indicator -> known.add(indicator.id()));
        Set<String> ids = new HashSet<>();
        Map<String, Target> latest = new HashMap<>();
        for (Target old : catalog.targets()) {
            ids.add(old.id());
            old.indicator().ifPresent(indicator -> latest.put(indicator + ' ' + old.region(), old));
        }
        List<UpdateEntry> entries = new ArrayList<>();
        for (Target drafted : draft.catalog().targets()) {
            String id = drafted.indicator().orElseThrow();
            Indicator indicator = draft.catalog().indicator(id);
            FigureMention figure = figures.get(drafted.citation().quote());
            boolean isKnown = known.contains(id)
                    || indicator.base().filter(known::contains).isPresent();
            if (!isKnown || figure == null) {
                continue;
            }
            String own = id + "." + drafted.deadline().year();
            for (int i = 2; !ids.add(own); i++) {
                own = id + "." + drafted.deadline().year() + "-" + i;
            }
            Target.Builder target = Target.builder()
                    .from(drafted)
                    .id(own)
                    .citation(Citation.of(
                            document,
                            drafted.citation().section(),
                            drafted.citation().quote()));
            Target before = latest.get(id + ' ' + drafted.region());
            if (before != null) {
                target.continues(before.id());
            }
            ImmutableList<Indicator> needed = known.contains(id) ? ImmutableList.of() : ImmutableList.of(indicator);
            entries.add(UpdateEntry.of(
                    target.build(),
                    needed,
                    ReportSentence.at(sentences, figure.start()).place(),
                    UpdateTexts.of("target-figure")));
        }
        return entries;
    }
}
