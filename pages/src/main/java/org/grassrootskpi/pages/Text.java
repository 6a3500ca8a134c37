package org.grassrootskpi.pages;

import java.util.function.Function;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;

/** A text of the page in both languages; unlike a name of the model it may be empty. */
record Text(String zh, String en) {
    static final Text EMPTY = new Text("", "");

    static Text of(LocalizedText text) {
        return new Text(text.zh(), text.en());
    }

    static Text same(String text) {
        return new Text(text, text);
    }

    static Text each(Function<Language, String> in) {
        return new Text(in.apply(Language.ZH), in.apply(Language.EN));
    }

    boolean isSame() {
        return zh.equals(en);
    }

    Text plus(Text other) {
        return new Text(zh + other.zh, en + other.en);
    }

    Text plus(String other) {
        return plus(same(other));
    }
}
