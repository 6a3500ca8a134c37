package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import org.grassrootskpi.model.Catalog;

/**
 * A catalogue drafted from a report: its figures, bound to the indicators of a catalogue that is known already.
 *
 * <p>A figure is bound if its unit is the indicator's and one of the indicator's names or aliases stands beside it. What
 * is only similar, or fits two indicators alike, or an indicator that has a figure already, is listed as {@link #unsure()}
 * and left out. Figures that fit nothing become {@linkplain #proposed() proposed} indicators, named as the report names
 * them; their kind, direction and English name are for a person to decide. Observations that come from a draft have the
 * status {@code UNVALIDATED}, planned figures {@code FORECAST}.
 *
 * <p>Immutable and thread-safe.
 */
public final class CatalogDraft {
    private final ImmutableList<Binding> bindings;
    private final ImmutableList<Binding> unsure;
    private final DraftCatalog draft;

    private CatalogDraft(WorkReport report, Catalog catalog) {
        IndicatorBinder binder = new IndicatorBinder(report, catalog);
        binder.bind();
        this.bindings = binder.sure();
        this.unsure = binder.unsure();
        this.draft = new DraftCatalog(report, catalog, bindings, binder.unbound());
    }

    /**
     * Drafts a catalogue.
     *
     * @param report the report
     * @param catalog the indicators to bind to, and the region that its observations are about: the one that most of them
     *     have, or the first region where it has no observations
     * @return the draft
     */
    public static CatalogDraft of(WorkReport report, Catalog catalog) {
        return new CatalogDraft(report, catalog);
    }

    /**
     * The figures whose indicator is sure, and the names of indicators without a figure.
     *
     * @return in the order of the text, names last
     */
    public ImmutableList<Binding> bindings() {
        return bindings;
    }

    /**
     * The figures that may belong to an indicator, but not surely.
     *
     * @return each with the indicators that it may belong to and the reason
     */
    public ImmutableList<Binding> unsure() {
        return unsure;
    }

    /**
     * New indicators for the figures that fit none.
     *
     * @return ids of indicators of {@link #catalog()}, in the order of the text
     */
    public ImmutableList<String> proposed() {
        return draft.proposed();
    }

    /**
     * The draft as a catalogue.
     *
     * @return valid: the bound and the proposed indicators and their observations
     */
    public Catalog catalog() {
        return draft.catalog();
    }

    /**
     * Writes the draft as a folder of catalogue files that
     * {@link org.grassrootskpi.io.CatalogJson#readFolder(Path)} loads, and beside them {@code unsure.tsv}, the figures that
     * a person has to place.
     *
     * @param folder is created if it is missing; files of the same names are replaced
     * @throws IOException if a file cannot be written
     */
    public void writeTo(Path folder) throws IOException {
        draft.writeTo(folder, unsure);
    }
}
