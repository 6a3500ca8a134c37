package org.grassrootskpi.text;

import com.google.common.io.ByteSource;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A resource file in the package of a class. In a module only the module's own code may open it, so each class opens its own; Guava's {@code
 * Resources} finds none there.
 */
public final class OwnResource extends ByteSource {
    private final String name;
    private final Supplier<@Nullable InputStream> opener;

    private OwnResource(String name, Supplier<@Nullable InputStream> opener) {
        this.name = name;
        this.opener = opener;
    }

    /**
     * Names a resource; it is opened when it is read.
     *
     * @param name how messages call it
     * @param opener {@code () -> X.class.getResourceAsStream(name)} in the class {@code X} whose package has it
     * @return the resource
     */
    public static OwnResource of(String name, Supplier<@Nullable InputStream> opener) {
        return new OwnResource(name, opener);
    }

    /**
     * Opens the resource.
     *
     * @return its bytes, for the caller to close
     * @throws IllegalStateException if it is missing
     */
    @Override
    public InputStream openStream() {
        InputStream in = opener.get();
        if (in == null) {
            throw new IllegalStateException("Expected the resource " + name
                    + " next to its class, found none; the library was packed without it");
        }
        return in;
    }

    @Override
    public String toString() {
        return name;
    }
}
