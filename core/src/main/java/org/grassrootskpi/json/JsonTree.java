package org.grassrootskpi.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.ByteSource;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grassrootskpi.assess.AttainmentRule;
import org.grassrootskpi.assess.Escalation;
import org.grassrootskpi.assess.Levels;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.assess.Schedule;
import org.grassrootskpi.model.Award;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Change;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Completion;
import org.grassrootskpi.model.DeclaredLevel;
import org.grassrootskpi.model.DeclaredUnit;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Evidence;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.Programme;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.ProjectMilestone;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.model.Rating;
import org.grassrootskpi.model.Recognition;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Responsibility;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.progress.ProgressRule;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.ResultRow;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.score.Normalisation;
import org.grassrootskpi.score.ScoreItem;
import org.grassrootskpi.score.Scorecard;
import org.grassrootskpi.score.ScoringFunction;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.jspecify.annotations.Nullable;

/**
 * Converts the objects of this library to and from the values of JSON (maps, lists, texts, numbers and booleans), for use with any JSON
 * library. {@link GrassrootsKpiModule} connects it to Jackson 2.
 *
 * <ul>
 *   <li>{@link Unit}: its symbol, {@code "亿元"}, or its code where it has no symbol.
 *   <li>{@link Quantity}: an object of its {@code text}, which says all, and what can be computed from it: {@code value}, {@code
 *       qualifier}, {@code bounds} and {@code unit} as in {@link ResultTable#toJson}, in the base unit, and {@code resolution}. It is read
 *       from the text alone, or from an object with {@code text} whose other properties, as far as there are any, say the same.
 *   <li>{@link RegionLevel}, {@link Language}: their code and tag, {@code "TOWNSHIP"}, {@code "zh"}.
 *   <li>{@link TimePeriod}, {@link TimePeriodRange}: {@code "2024-Q3"}, {@code "2024-01..2024-06"}; every spelling is read that their
 *       {@code parse} reads.
 *   <li>{@link Catalog} and the elements of the model: as in the files of {@link CatalogJson}, where a figure is its text; read as
 *       strictly as those.
 *   <li>{@link Scorecard}, {@link Schedule} and the other rules of assessment: as in the files of {@link RuleJson}.
 *   <li>{@link ResultTable}, {@link ResultRow}, {@link Cell}, {@link Refusal}, {@link Source}: as in {@link ResultTable#toJson}. They are
 *       written only.
 * </ul>
 *
 * <p>Units are read with {@link org.grassrootskpi.quantity.UnitVocabulary#standard()}; a {@link Catalog} brings its own. Thread-safe.
 */
public final class JsonTree {
    private static final String TEXT = "text";

    private static final ImmutableMap<Class<?>, Form<?>> FORMS = forms();

    private JsonTree() {}

    /** The conversions of one type to and from a tree. */
    private record Form<T>(
            Class<T> type,
            Function<T, Object> writer,
            @Nullable Function<Object, T> reader) {
        Object write(Object value) {
            return writer.apply(type.cast(value));
        }
    }

    private static ImmutableMap<Class<?>, Form<?>> forms() {
        List<Form<?>> forms = new ArrayList<>(List.of(
                new Form<>(Unit.class, Unit::toString, tree -> Unit.parse(text(tree, "亿元"))),
                new Form<>(Quantity.class, JsonTree::quantity, JsonTree::readQuantity),
                new Form<>(RegionLevel.class, RegionLevel::code, tree -> RegionLevel.of(text(tree, "TOWNSHIP"))),
                new Form<>(Language.class, Language::tag, tree -> Language.of(text(tree, "zh"))),
                new Form<>(TimePeriod.class, TimePeriod::toString, tree -> TimePeriod.parse(text(tree, "2024-Q3"))),
                new Form<>(
                        TimePeriodRange.class,
                        TimePeriodRange::toString,
                        tree -> TimePeriodRange.parse(text(tree, "2024-01..2024-06"))),
                new Form<>(Catalog.class, catalog -> tree(CatalogJson.toTree(catalog)), JsonTree::readCatalog),
                new Form<>(ResultTable.class, ResultTable::toMap, null),
                new Form<>(ResultRow.class, ResultRow::toMap, null),
                new Form<>(Cell.class, Cell::toMap, null),
                new Form<>(Refusal.class, Refusal::toMap, null),
                new Form<>(Source.class, Source::toMap, null)));
        for (Class<?> element : List.of(
                Award.class,
                Change.class,
                Citation.class,
                Completion.class,
                DeclaredLevel.class,
                DeclaredUnit.class,
                Document.class,
                Evidence.class,
                Indicator.class,
                LocalizedText.class,
                Milestone.class,
                ProjectMilestone.class,
                Observation.class,
                Outcome.class,
                Programme.class,
                Project.class,
                Rank.class,
                Rating.class,
                Recognition.class,
                Region.class,
                Responsibility.class,
                Sector.class,
                Stage.class,
                StageModel.class,
                Target.class,
                AttainmentRule.class,
                Escalation.class,
                Levels.class,
                Normalisation.class,
                PlanPath.class,
                ProgressRule.class,
                Schedule.class,
                Scorecard.class,
                ScoreItem.class,
                ScoringFunction.class)) {
            forms.add(element(element));
        }
        return forms.stream().collect(ImmutableMap.toImmutableMap(Form::type, Function.identity()));
    }

    private static <T> Form<T> element(Class<T> type) {
        return new Form<>(
                type,
                element -> tree(StrictMapper.INSTANCE.valueToTree(element)),
                tree -> readElement(StrictMapper.INSTANCE.valueToTree(tree), type));
    }

    /** {@return the types whose objects can be written} */
    public static ImmutableSet<Class<?>> types() {
        return FORMS.keySet();
    }

    /**
     * {@return whether objects of a type can be read}
     *
     * @param type a type
     */
    public static boolean isReadable(Class<?> type) {
        Form<?> form = FORMS.get(type);
        return form != null && form.reader() != null;
    }

    /**
     * Converts an object.
     *
     * @param value an object of one of the {@link #types}
     * @return a text, or an unmodifiable map from names to texts, numbers ({@code BigDecimal}, {@code Long}, {@code Integer}), booleans,
     *     lists, maps and, for a region that a row does not have, null
     * @throws IllegalArgumentException if it is of no such type, or a catalogue that {@link CatalogJson#toJson} refuses
     */
    public static Object of(Object value) {
        return FORMS.values().stream()
                .filter(form -> form.type().isInstance(value))
                .findFirst()
                .orElseThrow(() -> unknown(value.getClass()))
                .write(value);
    }

    /**
     * Converts a tree back to an object.
     *
     * @param <T> the type of the object
     * @param tree what {@link #of} gives; of a floating-point number the shortest decimal is taken
     * @param type one of the {@link #types} that {@link #isReadable}
     * @return the object, equal to the one that was described
     * @throws IllegalArgumentException if the tree is of no such object, with everything that is wrong with it
     */
    public static <T> T read(Object tree, Class<T> type) {
        Form<?> form = FORMS.get(type);
        if (form == null || form.reader() == null) {
            throw unknown(type);
        }
        return type.cast(form.reader().apply(tree));
    }

    private static IllegalArgumentException unknown(Class<?> type) {
        return new IllegalArgumentException(
                "Expected one of the types that JsonTree writes or reads, see JsonTree.types() and isReadable(), got "
                        + type.getName());
    }

    private static String text(Object tree, String example) {
        if (tree instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("Expected a text such as \"" + example + "\", got " + tree);
    }

    /** Converts a figure, which has the properties of a cell under the same names, and its text. */
    private static Map<String, Object> quantity(Quantity quantity) {
        Map<String, @Nullable Object> cell = Cell.builder(
                        quantity.value(), quantity.unit().base())
                .precision(quantity.qualifier(), quantity.bounds())
                .build()
                .toMap();
        ImmutableMap.Builder<String, Object> tree = ImmutableMap.builder();
        tree.put(TEXT, quantity.toString());
        for (String property : List.of("value", "qualifier", "bounds", "unit")) {
            Object value = cell.get(property);
            if (value != null) {
                tree.put(property, value);
            }
        }
        return tree.put("resolution", quantity.resolution()).buildOrThrow();
    }

    private static Quantity readQuantity(Object tree) {
        if (!(tree instanceof Map<?, ?> properties)) {
            return Quantity.parse(text(tree, "近300亿元"));
        }
        if (!(properties.get(TEXT) instanceof String text)) {
            throw new IllegalArgumentException(
                    "Expected a figure's text, or an object with it such as {\"text\": \"近300亿元\"}, got " + tree);
        }
        Quantity quantity = Quantity.parse(text);
        Map<String, Object> expected = quantity(quantity);
        properties.forEach((name, value) -> {
            if (!isSame(value, expected.get(String.valueOf(name)))) {
                throw new IllegalArgumentException("Expected " + name + " " + expected.get(String.valueOf(name))
                        + ", as the text '" + text + "' says, or the text alone, got " + value);
            }
        });
        return quantity;
    }

    /** Returns whether two trees are the same, comparing numbers by their value. */
    private static boolean isSame(@Nullable Object value, @Nullable Object expected) {
        if (expected instanceof Number && value instanceof Number) {
            return new BigDecimal(value.toString()).compareTo(new BigDecimal(expected.toString())) == 0;
        }
        if (expected instanceof Map<?, ?> map && value instanceof Map<?, ?> other) {
            return map.keySet().equals(other.keySet())
                    && map.keySet().stream().allMatch(name -> isSame(other.get(name), map.get(name)));
        }
        return expected != null && expected.equals(value);
    }

    private static Object tree(JsonNode json) {
        try {
            return StrictMapper.INSTANCE.treeToValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T readElement(JsonNode json, Class<T> type) {
        List<Problem> problems = new ArrayList<>();
        JsonText.check(
                json, (path, message) -> problems.add(Problem.of(Problem.Kind.BAD_VALUE, under(type, path), message)));
        try {
            return ElementReader.read(json, type, type.getSimpleName(), problems)
                    .filter(element -> problems.isEmpty())
                    .orElseThrow(() -> new IllegalArgumentException(problems.stream()
                            .map(problem -> problem.path() + ": " + problem.message())
                            .collect(Collectors.joining("; "))));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String under(Class<?> type, String path) {
        return path.isEmpty() ? type.getSimpleName() : type.getSimpleName() + "." + path;
    }

    private static Catalog readCatalog(Object tree) {
        try {
            byte[] json = StrictMapper.INSTANCE.writeValueAsBytes(tree);
            return CatalogJson.read(ImmutableMap.of("catalog", ByteSource.wrap(json)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
