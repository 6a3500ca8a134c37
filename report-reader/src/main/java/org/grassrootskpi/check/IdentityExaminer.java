package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.check.Known.Use;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.FigureRole;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Totals against the sums of their parts, wherever in the report they are printed, by the identities of a catalogue. */
final class IdentityExaminer implements Examiner {
    private static final String RULE = "identity.sum";
    /** Of a figure that is printed several times, with different values, so many are tried. */
    private static final int MOST_VALUES = 3;

    private static final int MOST_READINGS = 27;

    private final KnownFigures known;

    IdentityExaminer(KnownFigures known) {
        this.known = known;
    }

    /** When, and whether as planned: figures of the same time belong together. */
    private record Time(TimePeriod period, boolean isPlanned) {}

    /** A figure of the report, or one of another source. */
    private record Term(@Nullable Printed printed, @Nullable Known other, Quantity quantity, String shown) {
        static Term of(Printed figure) {
            return new Term(figure, null, figure.quantity(), figure.shown());
        }

        static Term of(Known figure) {
            return new Term(null, figure, figure.quantity(), figure.shown());
        }
    }

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        if (known.identities().isEmpty()) {
            return;
        }
        ImmutableListMultimap.Builder<String, Printed> builder = ImmutableListMultimap.builder();
        for (Sentence sentence : text.sentences()) {
            sentence.figures().stream()
                    .filter(IdentityExaminer::isMember)
                    .forEach(figure -> builder.put(figure.subject(), figure));
        }
        ImmutableListMultimap<String, Printed> bySubject = builder.build();
        for (KnownIdentity identity : known.identities()) {
            Set<Time> times = new LinkedHashSet<>();
            identity.members().stream()
                    .flatMap(member -> member.names().stream())
                    .flatMap(name -> bySubject.get(name).stream())
                    .forEach(figure -> times.add(new Time(figure.period().orElseThrow(), figure.isPlanned())));
            times.forEach(time -> examine(identity, time, bySubject, ledger));
        }
    }

    /** Returns whether a figure says how much there is of something as a whole, at a time that is known. */
    private static boolean isMember(Printed figure) {
        return figure.isAmount()
                && !figure.is(FigureRole.FROM)
                && figure.period().isPresent()
                && CheckWords.atEnd(Kind.BASE, CheckWords.withoutTail(figure.before()))
                        .isEmpty();
    }

    private void examine(
            KnownIdentity identity, Time time, ImmutableListMultimap<String, Printed> bySubject, Ledger ledger) {
        List<List<Term>> terms = new ArrayList<>();
        int found = 0;
        for (KnownIdentity.Member member : identity.members()) {
            List<Term> values = values(member, time, bySubject);
            found += values.isEmpty() ? 0 : 1;
            terms.add(values);
        }
        if (found < 2) {
            return;
        }
        if (found < terms.size()) {
            ledger.impossible(RULE);
            return;
        }
        int stated = 0;
        while (terms.get(stated).get(0).printed() == null) {
            stated++;
        }
        List<Equation> readings = new ArrayList<>();
        for (List<Term> reading : readings(terms)) {
            readings.add(equation(identity, reading, stated));
        }
        ledger.enter(readings);
    }

    /** The values of a member: those that are printed, or else those of other sources. */
    private List<Term> values(
            KnownIdentity.Member member, Time time, ImmutableListMultimap<String, Printed> bySubject) {
        List<Term> values = new ArrayList<>();
        Set<BigDecimal> seen = new LinkedHashSet<>();
        for (String name : member.names()) {
            for (Printed figure : bySubject.get(name)) {
                boolean isOfTime = figure.period().filter(time.period()::equals).isPresent()
                        && figure.isPlanned() == time.isPlanned();
                if (isOfTime
                        && seen.size() < MOST_VALUES
                        && seen.add(figure.value().stripTrailingZeros())) {
                    values.add(Term.of(figure));
                }
            }
        }
        if (values.isEmpty()) {
            Use use = time.isPlanned() ? Use.TARGET : Use.LEVEL;
            member.names().stream()
                    .flatMap(name -> known.named(name, use, time.period()).stream())
                    .limit(1)
                    .forEach(figure -> values.add(Term.of(figure)));
        }
        return values;
    }

    /** Every choice of one value for each member, up to a limit; the first has those that are printed first. */
    private static List<List<Term>> readings(List<List<Term>> terms) {
        List<List<Term>> readings = new ArrayList<>();
        readings.add(List.of());
        for (List<Term> values : terms) {
            List<List<Term>> longer = new ArrayList<>();
            for (List<Term> reading : readings) {
                for (Term value : values) {
                    if (longer.size() < MOST_READINGS) {
                        longer.add(ImmutableList.<Term>builder()
                                .addAll(reading)
                                .add(value)
                                .build());
                    }
                }
            }
            readings = longer;
        }
        return readings;
    }

    private static Equation equation(KnownIdentity identity, List<Term> terms, int stated) {
        StringBuilder left = new StringBuilder();
        // What is added comes first, so that the sum does not begin with a minus.
        for (boolean isAdded : new boolean[] {true, false}) {
            for (int i = 0; i < terms.size(); i++) {
                if (i != stated && isAdded(identity, i, stated) == isAdded) {
                    left.append(left.isEmpty() ? "" : isAdded ? " + " : " - ")
                            .append(terms.get(i).shown());
                }
            }
        }
        Printed total = terms.get(stated).printed();
        if (total == null) {
            throw new IllegalStateException("Expected a printed figure, got " + terms.get(stated));
        }
        Quantity sum = leftFor(identity, terms, stated);
        Equation equation = sum == null
                ? Equation.undecidable(RULE, total, left.toString())
                : Equation.equal(RULE, total, identity.identity().id() + ": " + left, sum)
                        .need(total, sum);
        for (int i = 0; i < terms.size(); i++) {
            if (i != stated) {
                Printed printed = terms.get(i).printed();
                Known other = terms.get(i).other();
                if (printed != null) {
                    equation.with(printed, leftFor(identity, terms, i));
                } else if (other != null) {
                    equation.from(other).atMostA(CheckLevel.WARNING);
                }
            }
        }
        return equation;
    }

    private static boolean isAdded(KnownIdentity identity, int term, int figure) {
        return identity.members().get(term).isBesideTotal()
                != identity.members().get(figure).isBesideTotal();
    }

    /** What all others leave for one figure, within the tolerance; null if the units do not fit. */
    private static @Nullable Quantity leftFor(KnownIdentity identity, List<Term> terms, int figure) {
        return Equation.attempt(() -> {
            List<Quantity> signed = new ArrayList<>();
            for (int i = 0; i < terms.size(); i++) {
                if (i != figure) {
                    Quantity other = terms.get(i).quantity();
                    signed.add(isAdded(identity, i, figure) ? other : other.negated());
                }
            }
            return identity.identity()
                    .tolerated(signed.stream().reduce(Quantity::plus).orElseThrow());
        });
    }
}
