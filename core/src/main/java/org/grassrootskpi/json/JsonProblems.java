package org.grassrootskpi.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.SourceLocation;
import org.grassrootskpi.model.UnknownIdException;
import org.jspecify.annotations.Nullable;

/** Translates Jackson's messages into the terms of a catalogue's author. */
final class JsonProblems {
    private static final Pattern NOT_SET = Pattern.compile("some of required attributes are not set \\[(.*)]");

    private JsonProblems() {}

    static Problem.Kind kind(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return Problem.Kind.UNKNOWN_PROPERTY;
        }
        return NOT_SET.matcher(e.getOriginalMessage()).find() ? Problem.Kind.MISSING_PROPERTY : Problem.Kind.BAD_VALUE;
    }

    static String message(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknownProperty(unknown);
        }
        if (e instanceof InvalidFormatException invalid) {
            return invalidFormat(invalid);
        }
        if (e instanceof MismatchedInputException mismatch
                && e.getOriginalMessage().startsWith("Cannot ")) {
            return "expected " + noun(mismatch.getTargetType());
        }
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return instantiation(String.valueOf(e.getCause().getMessage()));
        }
        return firstLine(e.getOriginalMessage());
    }

    static Problem syntax(String file, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return Problem.builder()
                .kind(Problem.Kind.SYNTAX)
                .path("")
                .message("is not well-formed JSON: " + firstLine(e.getOriginalMessage()))
                .location(
                        at == null
                                ? SourceLocation.of(file, 0, 0)
                                : SourceLocation.of(file, at.getLineNr(), at.getColumnNr()))
                .build();
    }

    /** Describes the limit that was exceeded; only Jackson's message says which one it was. */
    static String constraint(StreamConstraintsException e) {
        String message = e.getOriginalMessage();
        if (message.contains("nesting depth")) {
            return "is nested deeper than the " + CatalogJson.MAX_DEPTH + " levels that are read";
        }
        if (message.contains("Token count")) {
            return "holds more than the " + CatalogJson.MAX_TOKENS
                    + " names, values and brackets that are read: split the catalogue into more files";
        }
        return "is beyond what is read: a text of more than " + CatalogJson.MAX_TEXT
                + " characters, or a number of more than " + CatalogJson.MAX_DIGITS + " digits";
    }

    private static String unknownProperty(UnrecognizedPropertyException e) {
        return unknownProperty(e.getPropertyName(), knownProperties(e));
    }

    /** Returns the properties of the object in which one is unknown. */
    static ImmutableSet<String> knownProperties(UnrecognizedPropertyException e) {
        Collection<Object> ids = e.getKnownPropertyIds();
        return ids == null
                ? ImmutableSet.of()
                : ids.stream().map(String::valueOf).collect(ImmutableSet.toImmutableSet());
    }

    /** Describes a property that is none of the known ones. */
    static String unknownProperty(String name, Collection<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        return new UnknownIdException("property", name, sorted).getMessage() + "; expected any of "
                + String.join(", ", sorted);
    }

    private static String invalidFormat(InvalidFormatException e) {
        Class<?> type = e.getTargetType();
        if (type != null && type.isEnum()) {
            List<String> names = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
            return "expected one of " + Joiner.on(", ").join(names) + ", got '" + e.getValue() + "'";
        }
        return "expected " + noun(type) + ", got '" + e.getValue() + "'";
    }

    private static String noun(@Nullable Class<?> type) {
        if (type == null) {
            return "another type of value";
        }
        if (type == String.class || type.isEnum()) {
            return "a text";
        }
        if (type == Integer.class || type == int.class) {
            return "a whole number";
        }
        if (type == BigDecimal.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static String instantiation(String message) {
        Matcher matcher = NOT_SET.matcher(message);
        return matcher.find() ? "lacks the required " + matcher.group(1) : message;
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
