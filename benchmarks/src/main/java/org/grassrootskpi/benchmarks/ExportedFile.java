package org.grassrootskpi.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rows of an exported file, compared as texts and numbers: each rival has its own line ends, indentation and last zeros. */
final class ExportedFile {
    private static final Splitter COMMA = Splitter.on(',');

    private ExportedFile() {}

    /** The fingerprint of a file of either form. */
    static String fingerprint(Path file, boolean isJson) throws IOException {
        Answer answer = new Answer();
        if (isJson) {
            addJson(file, answer);
        } else {
            addCsv(file, answer);
        }
        return answer.fingerprint();
    }

    private static void addCsv(Path file, Answer answer) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answer.row();
                COMMA.split(line).forEach(field -> answer.add(hash(field)));
            }
        }
    }

    /** Adds the objects that are three deep, as a result's rows are, or two deep, as in a bare array; what follows is no row. */
    private static void addJson(Path file, Answer answer) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            boolean isBare = json.nextToken() == JsonToken.START_ARRAY;
            int outside = isBare ? 1 : 2;
            int depth = 1;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isStructEnd()) {
                    depth--;
                    if (depth < outside) {
                        return;
                    }
                } else if (token.isStructStart()) {
                    if (depth == outside) {
                        answer.row();
                    }
                    depth++;
                } else if (depth > outside) {
                    answer.add(hash(json.getText()));
                }
            }
        }
    }

    /** Asks for the form first: an exception for each text of a hundred million would take minutes. */
    private static long hash(String field) {
        return isNumber(field) ? new BigDecimal(field).stripTrailingZeros().hashCode() : field.hashCode();
    }

    private static boolean isNumber(String field) {
        boolean digit = false;
        boolean point = false;
        boolean exponent = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c == '.' && !point && !exponent) {
                point = true;
            } else if (c == 'E' && digit && !exponent) {
                exponent = true;
                digit = false;
            } else if (!(c == '-' && (i == 0 || field.charAt(i - 1) == 'E'))) {
                return false;
            }
        }
        return digit;
    }
}
