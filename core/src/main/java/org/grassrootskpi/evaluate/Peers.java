package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.time.Frequency;

/** The groups that a group is ranked among. */
public sealed interface Peers {
    /** All regions of the result, or those with one ancestor at a level. */
    record Regions(Optional<RegionLevel> within) implements Peers {
        @Override
        public String toString() {
            return within.map(level -> ", within " + level).orElse("");
        }
    }

    /** All periods of the result, or those of one longer period. */
    record Periods(Optional<Frequency> within) implements Peers {
        @Override
        public String toString() {
            return within.map(frequency -> ", within " + frequency).orElse(", over the periods");
        }
    }

    /** The members of an extra dimension, without its total. */
    record Members(String dimension, Optional<String> total) implements Peers {
        @Override
        public String toString() {
            return ", over " + dimension;
        }
    }

    /** The subjects of the result. Two are equal if they are one, so that formulas need not be compared to find known ranks. */
    final class Subjects implements Peers {
        private final ImmutableList<Formula> formulas;

        /**
         * Creates the peers of all subjects.
         *
         * @param formulas what is ranked, of each subject
         */
        public Subjects(ImmutableList<Formula> formulas) {
            this.formulas = formulas;
        }

        public ImmutableList<Formula> formulas() {
            return formulas;
        }

        int indexOf(Formula formula) {
            return IntStream.range(0, formulas.size())
                    .filter(i -> formulas.get(i) == formula)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return ", over the indicators";
        }
    }
}
