package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.grassrootskpi.conformance.AggregateContract;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.table.ObservationTable;
import org.junit.jupiter.api.Nested;

class AggregateContractTest {
    private abstract static class Local extends AggregateContract {
        @Override
        protected Engine engine(ObservationTable table) {
            return Engine.local(table).withThreads(2);
        }
    }

    private static BigDecimal total(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Nested
    class Value extends Local {
        @Override
        protected Measure measure() {
            return Measure.value();
        }

        @Override
        protected BigDecimal expected(List<BigDecimal> numbers) {
            return total(numbers);
        }
    }

    @Nested
    class Sum extends Local {
        @Override
        protected Measure measure() {
            return Measure.sum();
        }

        @Override
        protected BigDecimal expected(List<BigDecimal> numbers) {
            return total(numbers);
        }
    }

    @Nested
    class Mean extends Local {
        @Override
        protected Measure measure() {
            return Measure.mean();
        }

        @Override
        protected BigDecimal expected(List<BigDecimal> numbers) {
            return total(numbers)
                    .divide(BigDecimal.valueOf(numbers.size()), new MathContext(34, RoundingMode.HALF_EVEN));
        }
    }

    @Nested
    class Min extends Local {
        @Override
        protected Measure measure() {
            return Measure.min();
        }

        @Override
        protected BigDecimal expected(List<BigDecimal> numbers) {
            return numbers.stream().min(BigDecimal::compareTo).orElseThrow();
        }
    }

    @Nested
    class Max extends Local {
        @Override
        protected Measure measure() {
            return Measure.max();
        }

        @Override
        protected BigDecimal expected(List<BigDecimal> numbers) {
            return numbers.stream().max(BigDecimal::compareTo).orElseThrow();
        }
    }

    @Nested
    class Median extends Local {
        @Override
        protected Measure measure() {
            return Measure.quantile(0.5);
        }

        @Override
        protected BigDecimal expected(List<BigDecimal> numbers) {
            return numbers.stream().sorted().toList().get((numbers.size() - 1) / 2);
        }
    }

    @Nested
    class Count extends Local {
        @Override
        protected Measure measure() {
            return Measure.count();
        }

        @Override
        protected BigDecimal expected(List<BigDecimal> numbers) {
            return BigDecimal.valueOf(numbers.size());
        }

        @Override
        protected void assertNothing(Cell cell) {
            assertThat(cell.get()).isZero();
        }
    }

    @Nested
    class Coverage extends Local {
        @Override
        protected Measure measure() {
            return Measure.coverage();
        }

        @Override
        protected BigDecimal expected(List<BigDecimal> numbers) {
            return BigDecimal.valueOf(numbers.size())
                    .divide(BigDecimal.valueOf(12), new MathContext(34, RoundingMode.HALF_EVEN));
        }

        @Override
        protected void assertNothing(Cell cell) {
            assertThat(cell.get()).isZero();
        }
    }

    @Nested
    class YearToDate extends Local {
        @Override
        protected Measure measure() {
            return Measure.yearToDate();
        }

        @Override
        protected BigDecimal expected(List<BigDecimal> numbers) {
            return total(numbers);
        }
    }
}
