package org.grassrootskpi.model;

import com.google.common.collect.Maps;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.grassrootskpi.model.Problem.Kind;
import org.grassrootskpi.text.DistinctNames;
import org.grassrootskpi.text.HiddenCharacters;

/** Checks the ids of elements, and that what refers to one refers to one that is there. A path is made where there is a problem alone. */
final class ElementIds {
    private static final Pattern ID = Pattern.compile(Catalog.ID_FORM);

    private final ProblemList problems;

    ElementIds(ProblemList problems) {
        this.problems = problems;
    }

    /** Returns the elements of a list by their ids; of several with one id the first. */
    <T> Map<String, T> index(String list, List<T> elements, Function<T, String> id) {
        Map<String, Integer> first = Maps.newHashMapWithExpectedSize(elements.size());
        Map<String, String> bySmallLetters = Maps.newHashMapWithExpectedSize(elements.size());
        Map<String, T> byId = Maps.newHashMapWithExpectedSize(elements.size());
        DistinctNames distinct = new DistinctNames();
        for (int i = 0; i < elements.size(); i++) {
            String key = id.apply(elements.get(i));
            Optional<String> alike = distinct.add(key);
            if (alike.isPresent()) {
                problems.addDuplicate(
                        path(list, i),
                        list + "[" + first.get(alike.get()) + "]",
                        "the id %s",
                        DistinctNames.message(key, alike.get()));
            } else if (!ID.matcher(key).matches()) {
                problems.add(
                        Kind.BAD_VALUE,
                        path(list, i),
                        "'%s' is no id: expected the form %s%s",
                        key,
                        ID.pattern(),
                        foreign(key));
            }
            String other = bySmallLetters.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
            if (other != null && !other.equals(key)) {
                problems.addDuplicate(
                        path(list, i),
                        list + "[" + first.get(other) + "]",
                        "the id '%s' differs from '%s' in capital letters alone: rename one of the two",
                        key,
                        other);
            }
            Integer earlier = first.putIfAbsent(key, i);
            if (earlier != null) {
                problems.addDuplicate(
                        path(list, i), path(list, earlier), "the id '%s' is taken already: rename one of the two", key);
            } else {
                byId.put(key, elements.get(i));
            }
        }
        return Collections.unmodifiableMap(byId);
    }

    private static String path(String list, int index) {
        return list + "[" + index + "]";
    }

    /** Describes a character that looks like a letter of an id, or is invisible. */
    private static String foreign(String id) {
        return id.codePoints()
                .filter(character -> character >= 0x7F || character < ' ')
                .mapToObj(character -> ", and found " + HiddenCharacters.name(character))
                .findFirst()
                .orElse("");
    }

    <T> Optional<T> reference(String noun, String id, String path, Map<String, T> byId) {
        return reference(noun, id, () -> path, byId);
    }

    <T> Optional<T> reference(String noun, String id, Supplier<String> path, Map<String, T> byId) {
        T found = byId.get(id);
        if (found == null) {
            problems.addUnknown(path.get(), noun, id, byId.keySet());
        }
        return Optional.ofNullable(found);
    }

    <T> Optional<T> optionalReference(String noun, Optional<String> id, String path, Map<String, T> byId) {
        return id.flatMap(value -> reference(noun, value, path, byId));
    }
}
