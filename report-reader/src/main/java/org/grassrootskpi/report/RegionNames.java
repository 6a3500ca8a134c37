package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.report.HeadingWords.Entry;

/** Names of regions with and without the word of their level. */
final class RegionNames {
    private static final ImmutableList<String> LEVELS = HeadingWords.read("draft-words.tsv").get("level").stream()
            .map(Entry::word)
            .collect(ImmutableList.toImmutableList());

    private RegionNames() {}

    static String withoutLevel(String name) {
        for (String level : LEVELS) {
            if (name.endsWith(level) && name.length() > level.length()) {
                return name.substring(0, name.length() - level.length());
            }
        }
        return name;
    }
}
