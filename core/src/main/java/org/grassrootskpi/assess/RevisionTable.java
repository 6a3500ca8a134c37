package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Observation;

/**
 * What was revised in a catalogue: every value of each key that has several, with what it changed.
 *
 * <pre>{@code
 * for (Revision revision : RevisionTable.of(catalog).revisions()) {
 *     System.out.println(revision.value().key() + " " + revision.value().vintage() + " " + revision.difference());
 * }
 * }</pre>
 *
 * <p>Immutable.
 */
public final class RevisionTable {
    private final ImmutableList<Revision> revisions;

    private RevisionTable(ImmutableList<Revision> revisions) {
        this.revisions = revisions;
    }

    /**
     * Finds what was revised.
     *
     * @param catalog any catalogue; {@link Catalog#asKnownOn} shows what was revised by a day
     * @return its revisions
     */
    public static RevisionTable of(Catalog catalog) {
        Set<String> done = new LinkedHashSet<>();
        ImmutableList.Builder<Revision> revisions = ImmutableList.builder();
        for (Observation any : catalog.vintages()) {
            ImmutableList<Observation> values = catalog.vintages(any.indicator(), any.region(), any.period());
            if (values.size() > 1 && done.add(any.key())) {
                for (int i = 0; i < values.size(); i++) {
                    revisions.add(ImmutableRevision.of(
                            values.get(i), i == 0 ? Optional.empty() : Optional.of(values.get(i - 1))));
                }
            }
        }
        return new RevisionTable(revisions.build());
    }

    /**
     * Returns every value of the keys that have several.
     *
     * @return by key in the order of the catalogue, and of each key from the value that became known first to the newest
     */
    public ImmutableList<Revision> revisions() {
        return revisions;
    }

    @Override
    public String toString() {
        return revisions.size() + " values of "
                + revisions.stream().map(of -> of.value().key()).distinct().count() + " revised keys";
    }
}
