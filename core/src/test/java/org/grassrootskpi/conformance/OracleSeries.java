package org.grassrootskpi.conformance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.conformance.Oracle.Data;
import org.grassrootskpi.conformance.Oracle.Spot;
import org.grassrootskpi.conformance.OracleSources.No;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.query.Measure;

/** The series that a measure follows, each with whether it takes the last period only. */
record OracleSeries(OracleAnswers answers, Oracle oracle) {
    Set<OracleBreaks.Series> of(Measure measure, List<Indicator> of, Spot spot, int window) {
        Set<OracleBreaks.Series> series = new LinkedHashSet<>();
        if (measure.kind() != Measure.Kind.VALUE && !(measure.kind() == Measure.Kind.COVERAGE && of.size() == 1)) {
            // A count is also of indicators without any observation, which have no series.
            answers.all(of.stream()
                            .filter(i -> answers.sources().hasData(i.id()))
                            .toList())
                    .forEach(data -> series.add(new OracleBreaks.Series(data, Optional.empty(), false)));
            return series;
        }
        if (of.size() > 1) {
            boolean stock = Oracle.isStock(of.get(0));
            answers.all(of).forEach(data -> series.add(new OracleBreaks.Series(data, Optional.empty(), stock)));
            return series;
        }
        Indicator i = of.get(0);
        if (answers.formulas().answering(i).isPresent()) {
            answers.formulas()
                    .parts(answers.formulas().answering(i).get())
                    .forEach(data -> series.add(new OracleBreaks.Series(
                            data, Optional.empty(), Oracle.isStock(oracle.catalog.indicator(data.indicator())))));
            if (answers.isSingle(i, spot, window)) {
                series.add(
                        new OracleBreaks.Series(answers.sources().data(i.id()), Optional.empty(), Oracle.isStock(i)));
            }
            return series;
        }
        if (i.numerator().isPresent()
                && answers.sources().canAnswer(i.numerator().get())
                && answers.sources().canAnswer(i.denominator().orElseThrow())) {
            String n = i.numerator().get();
            String d = i.denominator().orElseThrow();
            List<Data> parts = answers.sources()
                    .common(n, d)
                    .orElseGet(() ->
                            List.of(answers.sources().data(n), answers.sources().data(d)));
            series.add(new OracleBreaks.Series(
                    parts.get(0), Optional.empty(), Oracle.isStock(oracle.catalog.indicator(n))));
            series.add(new OracleBreaks.Series(
                    parts.get(1), Optional.empty(), Oracle.isStock(oracle.catalog.indicator(d))));
        } else if (i.weight().isPresent()
                && answers.sources().common(i.id(), i.weight().get()).isPresent()) {
            List<Data> pair = answers.sources().common(i.id(), i.weight().get()).get();
            series.add(new OracleBreaks.Series(pair.get(0), Optional.of(pair.get(1)), false));
        } else if (i.base().isPresent() && answers.sources().hasData(i.base().get())) {
            try {
                series.addAll(
                        of(measure, List.of(oracle.catalog.indicator(i.base().get())), spot, window));
            } catch (No ofBase) {
                series.clear();
            }
        }
        if (series.isEmpty() || answers.isSingle(i, spot, window)) {
            series.add(new OracleBreaks.Series(answers.sources().data(i.id()), Optional.empty(), Oracle.isStock(i)));
        }
        return series;
    }
}
