package org.grassrootskpi.update;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Programme;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.update.UpdateWords.Kind;

/**
 * The names by which a report may speak of projects and of the commitments of the last plan: names, aliases, quotes of the
 * plan, what a commitment says in quotation marks, each without the verb in front and the bare noun behind.
 */
final class NameIndex {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_CUT = 4;
    private static final Pattern QUOTED = Pattern.compile("[“《]([^”》]{3,})[”》]");
    private static final Pattern DATED = Pattern.compile("年内|[0-9]年|[0-9]月|上半年|下半年");
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");

    /** What a name may mean. */
    record Meaning(Optional<Project> project, ImmutableList<Target> targets) {}

    private final Map<String, Meaning> meanings = new HashMap<>();
    /** Names that only begin those of one project: found by them, a person is asked. */
    private final Set<String> shortened = new HashSet<>();
    /** The names by their first two characters, the longest first. */
    private final ImmutableListMultimap<String, String> byStart;

    NameIndex(Catalog catalog, List<Target> targets) {
        SetMultimap<String, Project> projects = LinkedHashMultimap.create();
        for (Project project : catalog.projects()) {
            spellings(names(project.name().zh(), project.aliases())).forEach(name -> projects.put(name, project));
        }
        catalog.projects()
                .forEach(project -> spellings(names(project.name().zh(), project.aliases()))
                        .forEach(name -> facilities(name).forEach(of -> {
                            if (!projects.containsKey(of) || shortened.contains(of)) {
                                shortened.add(of);
                                projects.put(of, project);
                            }
                        })));
        shortened.removeIf(name -> projects.get(name).size() > 1);
        SetMultimap<Project, String> shortNames = LinkedHashMultimap.create();
        shortened.forEach(name -> projects.get(name).forEach(project -> shortNames.put(project, name)));
        SetMultimap<String, Target> named = LinkedHashMultimap.create();
        Map<String, Programme> programmes = new HashMap<>();
        catalog.programmes().forEach(programme -> programmes.put(programme.id(), programme));
        for (Target target : targets) {
            if (target.type() == Target.Type.ASPIRATION) {
                continue;
            }
            Set<String> names = new LinkedHashSet<>();
            if (target.stage().isPresent()) {
                target.project().map(catalog::project).ifPresent(of -> {
                    names.addAll(spellings(names(of.name().zh(), of.aliases())));
                    names.addAll(shortNames.get(of));
                });
            } else {
                names.addAll(spellings(own(target)));
                target.programme()
                        .map(programmes::get)
                        .ifPresent(of -> names.addAll(spellings(names(of.name().zh(), of.aliases()))));
            }
            names.forEach(name -> named.put(name, target));
        }
        Set<String> all = new LinkedHashSet<>(projects.keySet());
        all.addAll(named.keySet());
        for (String name : all) {
            Set<Project> of = projects.get(name);
            if (of.size() > 1) {
                continue; // two projects of one name: neither is meant for sure
            }
            Optional<Project> project = of.stream().findFirst();
            ImmutableList<Target> meant = ImmutableList.copyOf(named.get(name));
            Optional<Project> ofTarget = project.isPresent() || meant.isEmpty()
                    ? project
                    : meant.get(0).project().map(catalog::project);
            meanings.put(name, new Meaning(ofTarget, meant));
        }
        ImmutableListMultimap.Builder<String, String> starts = ImmutableListMultimap.builder();
        meanings.keySet().forEach(name -> starts.put(name.substring(0, 2), name));
        this.byStart = starts.orderValuesBy(Comparator.comparingInt((String name) -> -name.length())
                        .thenComparing(Comparator.naturalOrder()))
                .build();
    }

    private static List<String> names(String name, List<String> aliases) {
        List<String> names = new ArrayList<>();
        names.add(name);
        names.addAll(aliases);
        return names;
    }

    private static List<String> own(Target target) {
        List<String> names = new ArrayList<>();
        names.add(target.name().zh());
        names.add(target.citation().quote());
        Matcher quoted = QUOTED.matcher(target.name().zh());
        while (quoted.find()) {
            names.add(quoted.group(1));
        }
        return names;
    }

    private static Set<String> spellings(List<String> names) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String name : names) {
            String noun = withoutLead(PlainText.of(name));
            if (DATED.matcher(noun).find() || StageWords.isBare(noun)) {
                continue; // 2025年开工 is what is said of a road, and no name of it
            }
            add(noun, SHORTEST, spellings);
            add(BRACKETS.matcher(noun).replaceAll(""), SHORTEST_CUT, spellings);
            UpdateWords.ending(Kind.TAIL, noun)
                    .ifPresent(tail -> add(noun.substring(0, noun.length() - tail.length()), SHORTEST_CUT, spellings));
        }
        return spellings;
    }

    /** What a name begins with up to a noun of a facility: 嘉湖路 of 嘉湖路改造完善工程. */
    private static Set<String> facilities(String name) {
        Set<String> found = new LinkedHashSet<>();
        for (String noun : UpdateWords.of(Kind.FACILITY)) {
            int end = name.indexOf(noun) + noun.length();
            if (end >= SHORTEST && end > noun.length() && end < name.length()) {
                found.add(name.substring(0, end));
            }
        }
        return found;
    }

    private static void add(String name, int shortest, Set<String> spellings) {
        if (name.length() >= shortest) {
            spellings.add(name);
        }
    }

    private static String withoutLead(String name) {
        String rest = name;
        for (Optional<String> lead = UpdateWords.leading(Kind.LEAD, rest);
                lead.isPresent() && rest.length() - lead.get().length() >= SHORTEST;
                lead = UpdateWords.leading(Kind.LEAD, rest)) {
            rest = rest.substring(lead.get().length());
        }
        return rest;
    }

    /** A name in a sentence. */
    record Mention(int start, int end, String name, Meaning meaning, boolean isShort) {}

    /** The names in a plain text, from the left, the longest of those that begin at one place; none reaches into another. */
    List<Mention> in(String text) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            for (String name : byStart.get(text.substring(i, i + 2))) {
                Meaning meaning = meanings.get(name);
                if (meaning != null && text.startsWith(name, i)) {
                    mentions.add(new Mention(i, i + name.length(), name, meaning, shortened.contains(name)));
                    i += name.length() - 1;
                    break;
                }
            }
        }
        return mentions;
    }
}
