package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Problem;

/** Turns exceptions into messages for a person. */
final class ErrorMessages {
    private static final long MEGABYTE = 1 << 20;

    private ErrorMessages() {}

    /** Returns the lines that say why a command has failed. */
    static ImmutableList<String> of(String command, Throwable e) {
        return e instanceof CatalogException problems
                ? problems(problems)
                : ImmutableList.of(command + ": " + message(e));
    }

    /** Returns one line for each of the first problems, and one that counts the others. */
    static ImmutableList<String> problems(CatalogException e) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        e.problems().stream().map(Problem::describe).forEach(lines::add);
        long more = e.problemCount() - e.problems().size();
        return more <= 0
                ? lines.build()
                : lines.add("and " + more + " more problems: correct these first")
                        .build();
    }

    /** Returns why the output could not be written. */
    static String unwritten(IOException e) {
        return "the output cannot be written: " + reason(e);
    }

    private static String message(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return "needs more memory than the " + Runtime.getRuntime().maxMemory() / MEGABYTE
                    + " MB that Java may take: run it with a larger heap, for example java -Xmx4g -jar …";
        }
        if (e instanceof StackOverflowError) {
            return "the input is nested too deeply, or Java has too little room for it: run it with java -Xss16m -jar …";
        }
        if (e instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return message(unchecked.getCause());
        }
        if (e instanceof FileSystemException file) {
            return file.getFile() == null ? reason(file) : file.getFile() + ": " + reason(file);
        }
        if (e instanceof IOException io) {
            return reason(io);
        }
        boolean isSaid = e instanceof IllegalArgumentException
                || e instanceof ArithmeticException
                || e.getClass().getName().startsWith("org.grassrootskpi.");
        return isSaid && e.getMessage() != null
                ? e.getMessage()
                : "has failed for a reason that it does not know: " + e + "; please report it";
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException file && file.getReason() == null) {
            return "is not there: expected the path of an existing file, or of a new one in an existing folder";
        }
        if (e instanceof AccessDeniedException) {
            return "may not be read or written by this user: change its permissions, or choose another path";
        }
        if (e instanceof NotDirectoryException) {
            return "is no folder";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "is a folder that is not empty";
        }
        if (e instanceof FileAlreadyExistsException file && file.getReason() == null) {
            return "is there already";
        }
        if (e instanceof FileSystemLoopException) {
            return "is a link that leads to itself";
        }
        Optional<String> said =
                Optional.ofNullable(e instanceof FileSystemException file ? file.getReason() : e.getMessage());
        return said.orElseGet(e::toString);
    }
}
