package org.grassrootskpi.pages;

import java.util.Optional;

/** Figures that say on hover, on focus and on a tap where they are printed. */
final class Citations {
    private final String prefix;
    private int count;

    Citations(String prefix) {
        this.prefix = prefix;
    }

    void write(Html html, Optional<PageData.Cited> citation, Optional<Text> note, DataTable.Content figure) {
        if (citation.isEmpty() && note.isEmpty()) {
            figure.write(html);
            return;
        }
        String id = "tip-" + prefix + "-" + count++;
        html.open("button", "type", "button", "class", "cited", "aria-describedby", id);
        figure.write(html);
        html.close();
        html.open("span", "class", "tip", "id", id, "hidden", "");
        citation.ifPresent(cited -> html.text(Words.of("cited", cited.document(), cited.section(), cited.quote())));
        note.ifPresent(text -> {
            html.leaf("br");
            html.text(text);
        });
        html.close();
    }
}
