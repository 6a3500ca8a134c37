package org.grassrootskpi.examples;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Says whether files that a command did not write may be replaced by it. */
final class OverwriteOption {
    @Option(names = "--overwrite", description = "Replace files that are there already.")
    private boolean isAllowed;

    /** Refuses a file that is there and holds something; a pipe, a device and an empty file lose nothing. */
    void require(@Nullable Path file) throws IOException {
        if (file != null && !isAllowed && Files.isRegularFile(file) && Files.size(file) > 0) {
            throw new FileAlreadyExistsException(
                    file.toString(), null, "is there already: choose another path, or replace it with --overwrite");
        }
    }
}
