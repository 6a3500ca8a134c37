package org.grassrootskpi.conformance;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the samples of package descriptions, so that none of them shows what cannot be written. */
public final class PackageSamples {
    private static final Pattern SAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* \\}</pre>", Pattern.DOTALL);

    private final Path sources;
    private final Map<String, String> variables;
    private final List<String> packages;

    /**
     * Names the samples.
     *
     * @param sources the folder of a module's sources
     * @param packages whose types a sample names without more ado, besides the packages of the sources
     * @param variables the types of the variables that samples use and do not declare, by name
     */
    public PackageSamples(Path sources, List<String> packages, Map<String, String> variables) {
        this.sources = sources;
        this.packages = packages;
        this.variables = variables;
    }

    /** {@return the packages of the sources that have no sample} */
    public List<String> packagesWithoutSample() throws IOException {
        List<String> without = new ArrayList<>();
        for (Path page : pages()) {
            if (!SAMPLE.matcher(Files.readString(page)).find()) {
                without.add(packageOf(page));
            }
        }
        return without;
    }

    /** {@return what the compiler says of each sample that it refuses} */
    public List<String> refused() throws IOException {
        List<JavaFileObject> programs = new ArrayList<>();
        for (Path page : pages()) {
            Matcher sample = SAMPLE.matcher(Files.readString(page));
            while (sample.find()) {
                String code = sample.group(1).replaceAll("(?m)^ \\*", "");
                programs.add(program(packageOf(page), "Sample" + programs.size(), code));
            }
        }
        return compile(programs);
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
    }

    private String packageOf(Path page) {
        return sources.relativize(page.getParent())
                .toString()
                .replace('\\', '/')
                .replace('/', '.');
    }

    /** A class of the package itself, as samples of packages that are not exported name what only it sees. */
    private JavaFileObject program(String ofPackage, String name, String code) throws IOException {
        StringBuilder program = new StringBuilder("package " + ofPackage + ";\n");
        List<String> imported = new ArrayList<>(packages);
        imported.addAll(List.of("java.math", "java.nio.file", "java.time", "java.util", "com.google.common.collect"));
        for (Path page : pages()) {
            imported.add(packageOf(page));
        }
        imported.forEach(other -> program.append("import ").append(other).append(".*;\n"));
        String parameters = variables.entrySet().stream()
                .filter(variable -> !declares(code, variable.getKey()))
                .map(variable -> variable.getValue() + " " + variable.getKey())
                .collect(Collectors.joining(", "));
        program.append("class ")
                .append(name)
                .append(" {\n  static void run(")
                .append(parameters)
                .append(") throws Exception {\n")
                .append(code)
                .append("\n  }\n}\n");
        String path = "string:///" + ofPackage.replace('.', '/') + "/" + name + ".java";
        return new SimpleJavaFileObject(URI.create(path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return program;
            }
        };
    }

    private static boolean declares(String code, String variable) {
        return Pattern.compile("[\\w>\\]] " + variable + "( =| :)")
                .matcher(code)
                .find();
    }

    /** All at once, as the compiler takes longer to start than to compile one of them. */
    private static List<String> compile(List<JavaFileObject> programs) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none",
                "-implicit:none",
                "-XDshould-stop.ifNoError=FLOW",
                "-XDshould-stop.ifError=FLOW",
                "-cp",
                System.getProperty("java.class.path"));
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean compiles = compiler.getTask(null, files, problems, options, null, programs)
                    .call();
            return compiles
                    ? List.of()
                    : problems.getDiagnostics().stream()
                            .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                            .map(problem -> problem.toString())
                            .toList();
        }
    }
}
