package org.grassrootskpi.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.grassrootskpi.divisions.Division;
import org.grassrootskpi.divisions.Divisions;
import org.grassrootskpi.files.NewFolder;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.UnknownIdException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a starter folder for a new catalogue. */
@Command(
        name = "new-catalog",
        mixinStandardHelpOptions = true,
        description = "A folder to start a catalogue of your own from, for any place in China.")
final class NewCatalogCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--region",
            required = true,
            paramLabel = "PLACE",
            description = "A statistical code (440307003) or a path of names (深圳市/平湖街道).")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private String region;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write, new or empty.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path folder;

    @Override
    public Integer call() throws IOException {
        Divisions china = Divisions.load();
        Division place = find(china);
        Catalog catalog = StarterFolder.write(china, place, folder);
        Unfinished.tell(spec.commandLine().getErr(), NewFolder.unfinished(folder));
        PrintWriter out = spec.commandLine().getOut();
        out.println(folder + ": a catalogue of " + place + " with " + CatalogCounts.of(catalog));
        out.println("Every figure in it is a sample. Read " + folder.resolve("README.md")
                + ", then check what you change: " + "validate " + folder);
        return 0;
    }

    private Division find(Divisions china) {
        try {
            return region.matches("[0-9]+") ? china.byCode(region) : china.byPath(region);
        } catch (UnknownIdException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + "; expected a code of 2, 4, 6 or 9 digits such as 440307003,"
                            + " or a path of whole names such as 深圳市/平湖街道",
                    e);
        }
    }
}
