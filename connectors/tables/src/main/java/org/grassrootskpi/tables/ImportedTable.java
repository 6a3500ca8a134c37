package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.tables.TableMapping.ImportedIndicator;

/**
 * A table of somebody else as observations, and the catalogue that they are of. Immutable and thread-safe.
 *
 * @param table the observations
 * @param mapping how they were read, with what was guessed
 * @param problems what is wrong with the rows that a lenient import set aside; none for a strict one
 */
public record ImportedTable(ObservationTable table, TableMapping mapping, ImmutableList<ImportProblem> problems) {
    /** {@return the regions and indicators: those of the catalogue that was given, and those of the table} */
    public Catalog catalog() {
        return table.catalog();
    }

    /** {@return what was guessed and is to be confirmed by a person, one sentence each} */
    public ImmutableList<String> questions() {
        return ImmutableList.copyOf(mapping.questions());
    }

    /** Returns this with one more question. */
    ImportedTable asking(String question) {
        return new ImportedTable(table, mapping.withQuestions(List.of(question)), problems);
    }

    /**
     * Finds an indicator by what the table calls it.
     *
     * @param text its name, code or id
     * @return the indicator
     * @throws UnknownIdException if the table has none that is called so
     */
    public Indicator indicator(String text) {
        for (ImportedIndicator indicator : mapping.indicators()) {
            if (indicator.text().equals(text)
                    || indicator.id().equals(text)
                    || indicator.name().equals(text)) {
                return catalog().indicator(indicator.id());
            }
        }
        throw new UnknownIdException(
                "indicator",
                text,
                mapping.indicators().stream().map(ImportedIndicator::name).toList());
    }

    /** {@return an engine that answers queries} */
    public Engine engine() {
        return Engine.local(table);
    }
}
