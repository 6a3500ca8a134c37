package org.grassrootskpi.json;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The declarations of core with their Javadoc, which class files do not have. */
final class ModelSources {
    private static final ImmutableList<String> PACKAGES =
            ImmutableList.of("model", "quantity", "time", "assess", "score", "progress");

    private static @Nullable ModelSources known;

    private final JavacTask task;
    private final DocTrees docs;

    private ModelSources(JavacTask task) {
        this.task = task;
        this.docs = DocTrees.instance(task);
    }

    /** Returns the sources of core, which are read once. */
    static synchronized ModelSources ofCore() throws IOException {
        ModelSources sources = known;
        if (sources == null) {
            sources = read(Path.of("src/main/java"));
            known = sources;
        }
        return sources;
    }

    private static ModelSources read(Path core) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : PACKAGES) {
            try (Stream<Path> sources =
                    Files.list(core.resolve("org/grassrootskpi").resolve(name))) {
                sources.filter(path -> path.toString().endsWith(".java"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        JavacTask task = (JavacTask) compiler.getTask(
                null,
                manager,
                diagnostic -> {},
                // Nothing is asked of the bodies of methods.
                List.of(
                        "-proc:none",
                        "-XDshould-stop.ifNoError=ENTER",
                        "-XDshould-stop.ifError=ENTER",
                        "-classpath",
                        System.getProperty("java.class.path")),
                null,
                manager.getJavaFileObjectsFromPaths(files));
        task.analyze();
        return new ModelSources(task);
    }

    TypeElement type(String name) {
        return task.getElements().getTypeElement(name);
    }

    /** The first sentence of the Javadoc. */
    String firstSentence(Element element) {
        return text(comment(element).getFirstSentence());
    }

    /** What the Javadoc says to return; empty if nothing. */
    String returned(Element element) {
        return comment(element).getBlockTags().stream()
                .filter(ReturnTree.class::isInstance)
                .map(tag -> text(((ReturnTree) tag).getDescription()))
                .collect(Collectors.joining());
    }

    private DocCommentTree comment(Element element) {
        DocCommentTree comment = docs.getDocCommentTree(element);
        if (comment == null) {
            throw new IllegalStateException("no Javadoc in the sources: " + element);
        }
        return comment;
    }

    private static String text(List<? extends DocTree> parts) {
        StringBuilder text = new StringBuilder();
        for (DocTree part : parts) {
            if (part instanceof ReturnTree returned) { // {@return ...}, which is a sentence by itself
                text.append("Returns ").append(text(returned.getDescription())).append('.');
            } else if (part instanceof TextTree words) {
                text.append(words.getBody()); // toString() would escape Chinese
            } else if (part instanceof LiteralTree literal) {
                text.append(literal.getBody().getBody());
            } else if (part instanceof LinkTree link) {
                String target = link.getReference().getSignature();
                text.append(
                        link.getLabel().isEmpty()
                                ? target.substring(target.lastIndexOf('#') + 1).replace("()", "")
                                : text(link.getLabel()));
            } else {
                text.append(part);
            }
        }
        return CharMatcher.whitespace().collapseFrom(text, ' ').trim();
    }
}
