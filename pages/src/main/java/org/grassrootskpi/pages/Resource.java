package org.grassrootskpi.pages;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.grassrootskpi.text.OwnResource;

/** Reads the files that lie beside the classes. */
final class Resource {
    private Resource() {}

    static String text(String name) {
        try {
            return OwnResource.of(name, () -> Resource.class.getResourceAsStream(name))
                    .asCharSource(StandardCharsets.UTF_8)
                    .read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the hash by which a content security policy allows a text. */
    static String hash(String text) {
        return "'sha256-"
                + BaseEncoding.base64()
                        .encode(Hashing.sha256()
                                .hashString(text, StandardCharsets.UTF_8)
                                .asBytes())
                + "'";
    }
}
