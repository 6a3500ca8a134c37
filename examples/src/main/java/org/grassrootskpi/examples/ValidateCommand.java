package org.grassrootskpi.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.CatalogException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports everything that is wrong with a folder of catalogue files. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Every problem of a folder of catalogue files, with its place and the way out.")
final class ValidateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder; its files that end in .json are read together.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path folder;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            out.println(folder + ": valid, with " + CatalogCounts.of(CatalogJson.readFolder(folder)));
            return ExitCode.OK;
        } catch (CatalogException e) {
            // Problems are what this command is asked for, so they are its output and can be piped.
            ErrorMessages.problems(e).forEach(out::println);
            return ExitCode.SOFTWARE;
        }
    }
}
