package org.grassrootskpi.report;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.report.MeaningWords.Entry;
import org.grassrootskpi.report.MeaningWords.Kind;

/**
 * Gives each of several figures its name where they share a phrase: 城镇、农村居民收入 is 城镇居民收入 and 农村居民收入,
 * 火灾总量和死亡人数 火灾总量 and 火灾死亡人数, 存贷款余额 存款余额 and 贷款余额.
 */
final class SharedSubjects {
    private static final Splitter NAMES =
            Splitter.on(CharMatcher.anyOf("、和与及")).trimResults().omitEmptyStrings();
    private static final Splitter WORDS = Splitter.on(' ');
    private static final String GAUGES = "率度数量额值比";
    private static final int MAX_SHIFT = 4;

    /** Names as short as 城市 and 县城 are taken to be as long as each other. */
    private static final int MAX_GROUP = 2;

    private final MeaningWords words;

    SharedSubjects(MeaningWords words) {
        this.words = words;
    }

    /** Returns as many names as there are figures; empty if the phrase does not hold so many. */
    List<String> split(String phrase, int count) {
        Entry to = words.at(phrase, 0, phrase.length(), Kind.OBJECT);
        if (to != null && to.length() < phrase.length() && !to.is(Kind.LEAD)) {
            return divided(phrase.substring(to.length()), count).stream()
                    .map(name -> to.text + name)
                    .toList();
        }
        return divided(phrase, count);
    }

    private List<String> divided(String phrase, int count) {
        List<String> names = new ArrayList<>(NAMES.splitToList(phrase));
        if (names.size() != count) {
            List<String> written = contracted(phrase, count);
            return written.isEmpty() && names.size() > count ? joined(phrase, count) : written;
        }
        String last = names.get(count - 1);
        String shared = sharedEnd(names, last);
        for (int i = 0; i < count - 1; i++) {
            if (!isWhole(names.get(i)) && !endsAlike(names.get(i), last)) {
                names.set(i, joined(names.get(i), shared));
            }
        }
        return withOwner(names);
    }

    /** 刑事案件 with 案件发案 is 刑事案件发案; 满意度 beside 办结率 lacks nothing. */
    private static String joined(String name, String shared) {
        if (shared.length() == 1 && GAUGES.indexOf(name.charAt(name.length() - 1)) >= 0) {
            return name;
        }
        int overlap = Math.min(name.length(), shared.length());
        while (overlap > 0 && !shared.startsWith(name.substring(name.length() - overlap))) {
            overlap--;
        }
        return overlap < 2 ? name + shared : name + shared.substring(overlap);
    }

    /** 交通运输、仓储和邮政业、金融业: names that hold a sign of a list themselves, split at 和 or at 、 alone. */
    private List<String> joined(String phrase, int count) {
        for (char sign : new char[] {'和', '、', '与', '及'}) {
            List<String> names =
                    Splitter.on(sign).trimResults().omitEmptyStrings().splitToList(phrase);
            if (names.size() == count) {
                List<String> found = new ArrayList<>(names);
                String shared = sharedEnd(found, found.get(count - 1));
                for (int i = 0; i < count - 1; i++) {
                    if (!isWhole(found.get(i))) {
                        found.set(i, found.get(i) + shared);
                    }
                }
                return found;
            }
        }
        return List.of();
    }

    private List<String> contracted(String phrase, int count) {
        for (int i = 0; i < phrase.length(); i++) {
            Entry word = words.at(phrase, i, phrase.length(), Kind.CONTRACTION);
            if (word == null) {
                continue;
            }
            List<String> parts = WORDS.splitToList(word.value);
            if (parts.size() != count) {
                continue;
            }
            List<String> names = new ArrayList<>();
            for (String part : parts) {
                names.add(phrase.substring(0, i) + part + phrase.substring(i + word.length()));
            }
            return names;
        }
        return List.of();
    }

    private static boolean endsAlike(String name, String last) {
        return name.length() > 2 && last.length() > 2 && last.endsWith(name.substring(name.length() - 2));
    }

    private boolean isWhole(String name) {
        Entry end = words.nounEndAt(name, 0, name.length());
        return end != null && name.length() > end.length() && end.length() > 1;
    }

    /** The end of the last name that the ones before it lack: it begins about where they end. */
    private String sharedEnd(List<String> names, String last) {
        Entry verb = words.at(last, 0, last.length(), Kind.ACT);
        if (verb != null && words.is(names.get(names.size() - 2), Kind.ACT)) {
            return last.substring(verb.length());
        }
        int length = names.get(names.size() - 2).length();
        for (int shift = 0; shift <= MAX_SHIFT; shift++) {
            for (int at : new int[] {length + shift, length - shift}) {
                boolean inside = at > 0 && at < last.length();
                if (inside && words.at(last, at, last.length(), Kind.SHARED) != null) {
                    return last.substring(at);
                }
            }
            if (shift == 1 && length <= MAX_GROUP) {
                break;
            }
        }
        return length < last.length() ? last.substring(length) : "";
    }

    /** 火灾总量、死亡人数: the owner of the first is that of all whose noun needs one. */
    private List<String> withOwner(List<String> names) {
        String first = names.get(0);
        Entry end = words.nounEndAt(first, 0, first.length());
        if (end == null || end.length() == first.length()) {
            return names;
        }
        String owner = first.substring(0, first.length() - end.length());
        for (int i = 1; i < names.size(); i++) {
            if (words.is(names.get(i), Kind.HEAD)) {
                names.set(i, owner + names.get(i));
            }
        }
        return names;
    }
}
