package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.divisions.Divisions;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.report.HeadingWords.Entry;

/** Finds the names of places at the head of a line: 深圳市, 龙岗区, 平湖街道 of 深圳市龙岗区平湖街道2024年工作总结. */
final class PlaceNames {
    private static final int MIN_NAME = 2;
    private static final int MAX_NAME = 15;

    private PlaceNames() {}

    /** The names in their order, each right behind the one before; none if the line does not begin with one. */
    static ImmutableList<String> at(String line, Catalog known, Divisions china) {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        int at = start(line);
        for (String name = longest(line, at, known, china); !name.isEmpty(); name = longest(line, at, known, china)) {
            names.add(name);
            at += name.length();
        }
        return names.build();
    }

    private static int start(String line) {
        int at = 0;
        while (at < line.length() && !Character.isLetterOrDigit(line.charAt(at))) {
            at++;
        }
        for (Entry lead : HeadingWords.entries("before-place")) {
            if (line.startsWith(lead.word(), at)) {
                return at + lead.word().length();
            }
        }
        return at;
    }

    private static String longest(String line, int at, Catalog known, Divisions china) {
        for (int end = Math.min(line.length(), at + MAX_NAME); end >= at + MIN_NAME; end--) {
            String name = line.substring(at, end);
            boolean region =
                    known.regions().stream().anyMatch(of -> of.name().zh().equals(name));
            if (region || (name.indexOf('/') < 0 && !china.find(name).isEmpty())) {
                return name;
            }
        }
        return "";
    }
}
