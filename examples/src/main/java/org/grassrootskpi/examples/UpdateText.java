package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.grassrootskpi.update.CatalogUpdate;
import org.grassrootskpi.update.TextPlace;
import org.grassrootskpi.update.UpdateEntry;
import org.grassrootskpi.update.UpdateNote;

/** Prints what an update found, and what a person should know that no row of its table settles. */
final class UpdateText {
    private final ReportPage page;
    private final Labels labels;
    private final CatalogUpdate update;

    UpdateText(ReportPage page, CatalogUpdate update) {
        this.page = page;
        this.labels = page.labels();
        this.update = update;
    }

    void print(Path table) {
        page.heading(labels.of(
                "update.document",
                update.document().title().in(labels.language()),
                update.document().period(),
                update.document().plannedPeriod().map(Object::toString).orElse("-")));
        for (UpdateEntry.Kind kind : UpdateEntry.Kind.values()) {
            long all = update.entries().stream()
                    .filter(entry -> entry.kind() == kind)
                    .count();
            long asked = update.entries().stream()
                    .filter(entry -> entry.kind() == kind && entry.question().isPresent())
                    .count();
            page.bullet(labels.of("update.kind." + kind, all, asked));
        }
        page.lines(labels.of("update.table", table));
        for (UpdateNote.Kind kind : UpdateNote.Kind.values()) {
            ImmutableList<UpdateNote> notes = update.notes(kind);
            if (!notes.isEmpty()) {
                page.title(labels.of("update.note", kind) + " (" + notes.size() + ")");
                notes.forEach(note -> page.bullet(line(note)));
            }
        }
    }

    private String line(UpdateNote note) {
        return note.element() + ": " + note.text().in(labels.language().ofWords())
                + note.place().map(this::place).orElse("");
    }

    private String place(TextPlace place) {
        return " (" + labels.of("update.place", place.section(), Integer.toString(place.line())) + ")";
    }
}
