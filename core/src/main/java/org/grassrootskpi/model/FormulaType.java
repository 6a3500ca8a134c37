package org.grassrootskpi.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.grassrootskpi.model.IndicatorFormula.Constant;
import org.grassrootskpi.model.IndicatorFormula.Operation;
import org.grassrootskpi.model.IndicatorFormula.Operator;
import org.grassrootskpi.model.IndicatorFormula.Reference;
import org.grassrootskpi.model.Problem.Kind;
import org.grassrootskpi.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** Derives the kind and the unit of a formula from those of its operands, and compares them with what its indicator declares. */
final class FormulaType {
    private static final String COUNTED = "count:";

    private final ProblemList problems;
    private final String path;
    private final Map<String, Indicator> byId;

    /**
     * What a formula gives.
     *
     * @param kind FLOW, STOCK or RATIO; null for a number
     * @param powers of the codes of units that measure something: {@code CNY 1, count:人 -1} is yuan per person
     */
    private record Type(@Nullable IndicatorKind kind, Map<String, Integer> powers) {
        static final Type NUMBER = new Type(null, Map.of());

        static Type of(Indicator indicator) {
            Unit unit = indicator.unit();
            boolean isPure = isPure(unit) || unit.isBareNumber();
            return new Type(indicator.kind(), isPure ? Map.of() : Map.of(unit.code(), 1));
        }

        Type per(Type divisor) {
            Map<String, Integer> quotient = new TreeMap<>(powers);
            divisor.powers.forEach((code, power) -> quotient.merge(code, -power, Integer::sum));
            quotient.values().removeIf(power -> power == 0);
            return new Type(IndicatorKind.RATIO, quotient);
        }

        /** Such as {@code CNY / count:人}. */
        String unit() {
            String above = joined(1);
            String below = joined(-1);
            return (above.isEmpty() ? "1" : above) + (below.isEmpty() ? "" : " / " + below);
        }

        private String joined(int sign) {
            return powers.entrySet().stream()
                    .filter(entry -> entry.getValue() * sign > 0)
                    .map(entry ->
                            entry.getKey() + (Math.abs(entry.getValue()) == 1 ? "" : "^" + Math.abs(entry.getValue())))
                    .collect(Collectors.joining(" * "));
        }
    }

    /** A formula that makes no sense; it has a problem already. */
    private static final class Senseless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Senseless() {
            super(null, null, false, false);
        }
    }

    FormulaType(ProblemList problems, String path, Map<String, Indicator> byId) {
        this.problems = problems;
        this.path = path;
        this.byId = byId;
    }

    void check(Indicator indicator, IndicatorFormula formula) {
        if (!(formula instanceof Operation) || formula.indicators().isEmpty()) {
            problems.add(
                    Kind.CONTRADICTION,
                    path,
                    "formula \"%s\" computes nothing from another indicator: expected such as 'a - b' or '1000 * a / b'",
                    formula);
            return;
        }
        try {
            Type type = type(formula);
            checkKind(indicator, formula, type);
            checkUnit(indicator, formula, type);
            terms(formula, 1, new ArrayList<>());
        } catch (Senseless reported) {
            // Its problem is in the list.
        }
    }

    /** Returns an indicator of the formula, all of which are in the catalogue. */
    private Indicator known(String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    private String kinds(IndicatorFormula formula) {
        return formula.indicators().stream()
                .map(id -> "'" + id + "' is a " + known(id).kind())
                .collect(Collectors.joining(", "));
    }

    private Senseless refused(Kind kind, String message) {
        problems.add(kind, path, "%s", message);
        return new Senseless();
    }

    private Type type(IndicatorFormula formula) {
        if (formula instanceof Reference reference) {
            return Type.of(known(reference.indicator()));
        }
        if (!(formula instanceof Operation operation)) {
            return Type.NUMBER;
        }
        Type left = type(operation.left());
        Type right = type(operation.right());
        return switch (operation.operator()) {
            case PLUS, MINUS -> sum(operation, left, right);
            case TIMES -> product(operation, left, right);
            case DIVIDED_BY -> quotient(operation, left, right);
        };
    }

    private Type sum(Operation operation, Type left, Type right) {
        if (!left.powers().equals(right.powers())) {
            throw refused(
                    Kind.UNIT_MISMATCH,
                    "'" + operation.left() + "' is in " + left.unit() + " and '" + operation.right() + "' in "
                            + right.unit() + ": " + operation.operator()
                            + " needs one unit; divide, or refer to others");
        }
        boolean hasNumber = left.kind() == null || right.kind() == null;
        IndicatorKind kind = left.kind() == null ? right.kind() : left.kind();
        if (hasNumber && kind != null && kind != IndicatorKind.RATIO) {
            throw refused(
                    Kind.CONTRADICTION,
                    "a number is added to or taken from the " + kind + " in '" + operation
                            + "': in a total of regions it would count once, not for each of them; multiply, or divide first");
        }
        if (!hasNumber && left.kind() != right.kind()) {
            throw refused(
                    Kind.CONTRADICTION,
                    "'" + operation.left() + "' is a " + left.kind() + " and '" + operation.right() + "' a "
                            + right.kind()
                            + ": over several periods a FLOW adds up, of a STOCK the last counts, and a RATIO is recalculated;"
                            + " add what is of one kind, or divide first");
        }
        return new Type(kind, left.powers());
    }

    private Type product(Operation operation, Type left, Type right) {
        if (left.kind() != null && right.kind() != null) {
            throw refused(
                    Kind.CONTRADICTION,
                    "'" + operation
                            + "' multiplies two indicators: the product of two totals is not the total of the products;"
                            + " multiply by a number, or observe the product");
        }
        requireFactor(operation.left());
        requireFactor(operation.right());
        return left.kind() == null ? right : left;
    }

    private void requireFactor(IndicatorFormula operand) {
        if (operand instanceof Constant number && number.value().signum() == 0) {
            throw refused(
                    Kind.BAD_VALUE, "a factor or divisor of 0 leaves nothing of the formula: expected another number");
        }
    }

    private Type quotient(Operation operation, Type left, Type right) {
        requireFactor(operation.right());
        return right.kind() == null ? left : left.per(right);
    }

    private void checkKind(Indicator indicator, IndicatorFormula formula, Type type) {
        if (type.kind() != indicator.kind()) {
            throw refused(
                    Kind.CONTRADICTION,
                    "'" + indicator.id() + "' is a " + indicator.kind() + ", but its formula gives a " + type.kind()
                            + " (" + kinds(formula) + "): declare " + type.kind());
        }
    }

    private void checkUnit(Indicator indicator, IndicatorFormula formula, Type type) {
        Unit unit = indicator.unit();
        if (!isUnitOf(type, unit, formula)) {
            throw refused(
                    Kind.UNIT_MISMATCH,
                    "'" + indicator.id() + "' is in " + unit.code() + ", but its formula gives " + type.unit()
                            + ": declare that unit, or one of your own for a quotient (raw: and how it is printed)");
        }
        if (isPure(unit) && !unit.hasSameBase(Unit.TIMES) && isPowerOfTen(formula)) {
            throw refused(
                    Kind.UNIT_MISMATCH,
                    "'" + indicator.id()
                            + "' is a ratio, of which 1 is the whole: leave out the factor, figures are printed"
                            + " in % or ‰ anyway; or declare a unit of your own (raw: and how it is printed)");
        }
    }

    /** Returns whether a unit says what a formula gives; what is counted may go unsaid below the line, as in GDP per head in yuan. */
    private boolean isUnitOf(Type type, Unit unit, IndicatorFormula formula) {
        Map<String, Integer> powers = type.powers();
        if (powers.isEmpty()) {
            return isPure(unit) || unit.isBareNumber() || isOwn(unit, formula);
        }
        if (powers.equals(Map.of(unit.code(), 1))) {
            return true;
        }
        if (powers.size() == 1 && powers.values().iterator().next() == 1) {
            return false;
        }
        Map<String, Integer> without = new TreeMap<>(powers);
        without.entrySet()
                .removeIf(entry -> entry.getValue() < 0 && entry.getKey().startsWith(COUNTED));
        return without.equals(Map.of(unit.code(), 1)) || isOwn(unit, formula);
    }

    /** Returns whether a unit is none of those that a formula is made of, nor that of a pure number. */
    private boolean isOwn(Unit unit, IndicatorFormula formula) {
        return !isPure(unit)
                && !unit.isBareNumber()
                && !unit.isRank()
                && formula.indicators().stream()
                        .noneMatch(id -> known(id).unit().hasSameBase(unit));
    }

    private static boolean isPure(Unit unit) {
        return unit.isRatio() || unit.isPercentagePoint() || unit.hasSameBase(Unit.TIMES);
    }

    /** Returns whether the result is multiplied by 100, 1000 and so on. */
    private static boolean isPowerOfTen(IndicatorFormula formula) {
        if (!(formula instanceof Operation operation) || operation.operator().isAdditive()) {
            return formula instanceof Constant number
                    && number.value().compareTo(BigDecimal.TEN) > 0
                    && number.value().stripTrailingZeros().unscaledValue().bitLength() == 1;
        }
        return isPowerOfTen(operation.left())
                || (operation.operator() == Operator.TIMES && isPowerOfTen(operation.right()));
    }

    /** An indicator that is added, or taken away. */
    private record Term(String indicator, boolean isAdded) {}

    /** Collects what is added up, and refuses to add what another term already counts. */
    private void terms(IndicatorFormula formula, int sign, List<Term> terms) {
        if (formula instanceof Reference reference) {
            add(new Term(reference.indicator(), sign > 0), terms);
        } else if (formula instanceof Operation operation) {
            IndicatorFormula left = operation.left();
            IndicatorFormula right = operation.right();
            switch (operation.operator()) {
                case PLUS, MINUS -> {
                    terms(left, sign, terms);
                    terms(right, operation.operator() == Operator.PLUS ? sign : -sign, terms);
                }
                case TIMES -> {
                    terms(right, sign * sign(left), terms);
                    terms(left, sign * sign(right), terms);
                }
                case DIVIDED_BY -> {
                    boolean isByNumber = right.indicators().isEmpty();
                    terms(left, sign * sign(right), isByNumber ? terms : new ArrayList<>());
                    terms(right, 1, new ArrayList<>());
                }
            }
        }
    }

    private static int sign(IndicatorFormula factor) {
        return factor instanceof Constant number && number.value().signum() < 0 ? -1 : 1;
    }

    private void add(Term term, List<Term> terms) {
        Indicator indicator = known(term.indicator());
        if (indicator.formula().isPresent()) {
            terms(indicator.formula().get(), term.isAdded() ? 1 : -1, terms);
            return;
        }
        for (Term other : terms) {
            boolean alike = other.isAdded() == term.isAdded();
            if (alike && (contains(other, term) || contains(term, other))) {
                boolean isWhole = contains(term, other);
                throw refused(
                        Kind.CONTRADICTION,
                        "'" + (isWhole ? other : term).indicator() + "' is already counted in '"
                                + (isWhole ? term : other).indicator()
                                + "': leave one of the two out, or take the part away");
            }
        }
        terms.add(term);
    }

    private boolean contains(Term whole, Term part) {
        return contains(byId, whole.indicator(), part.indicator());
    }

    /** Returns whether an indicator counts everything that another one counts, by the wholes that the latter declares. */
    static boolean contains(Map<String, Indicator> byId, String whole, String part) {
        Optional<String> above = Optional.ofNullable(byId.get(part)).flatMap(Indicator::partOf);
        for (int steps = 0; above.isPresent() && steps < byId.size(); steps++) {
            if (above.get().equals(whole)) {
                return true;
            }
            above = Optional.ofNullable(byId.get(above.get())).flatMap(Indicator::partOf);
        }
        return false;
    }
}
