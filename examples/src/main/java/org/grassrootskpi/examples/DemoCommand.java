package org.grassrootskpi.examples;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.grassrootskpi.examples.demo.Demo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the short programs that show the API. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Short programs that show the API: one by name, or all of them.")
final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES}; without it, all run.")
    private @Nullable Demo demo;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Set<Demo> demos = demo == null ? EnumSet.allOf(Demo.class) : EnumSet.of(demo);
        demos.forEach(each -> {
            out.println("--- " + each);
            each.run(out);
        });
        return 0;
    }
}
