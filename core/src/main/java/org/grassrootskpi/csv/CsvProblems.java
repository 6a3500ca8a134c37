package org.grassrootskpi.csv;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.grassrootskpi.model.SourceLocation;
import org.grassrootskpi.text.Spelling;

/** Collects the problems of one reading: counts all, describes the first ones. */
final class CsvProblems {
    // Each suggestion looks at every known name, which takes milliseconds for the regions of a province.
    private static final int SUGGESTIONS = 100;

    private final String file;
    private final List<CsvProblem> described = new ArrayList<>();
    private final Map<String, String> suggestions = new HashMap<>();
    private long count;

    CsvProblems(String file) {
        this.file = file;
    }

    void add(CsvProblem.Reason reason, int line, int column, Supplier<String> message) {
        if (count++ < ObservationCsvReader.MAX_PROBLEMS) {
            described.add(new CsvProblem(reason, message.get(), SourceLocation.of(file, line, column)));
        }
    }

    /** Counts problems that are not described. */
    void addUndescribed(long more) {
        count += more;
    }

    /** Adds the problem of an unknown name, with the nearest known one as a suggestion. */
    String unknown(String noun, String name, Collection<String> known) {
        String key = noun + ' ' + name;
        String suggestion = suggestions.get(key);
        if (suggestion == null && suggestions.size() < SUGGESTIONS) {
            suggestion = Spelling.hint(name, Spelling.nearest(name, known));
            suggestions.put(key, suggestion);
        }
        return "Unknown " + noun + " '" + name + "'" + (suggestion == null ? "" : suggestion);
    }

    long count() {
        return count;
    }

    ImmutableList<CsvProblem> described() {
        return described.stream()
                .sorted(Comparator.<CsvProblem>comparingInt(
                                problem -> problem.location().line())
                        .thenComparingInt(problem -> problem.location().column()))
                .limit(ObservationCsvReader.MAX_PROBLEMS)
                .collect(ImmutableList.toImmutableList());
    }
}
