package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.check.CheckWords.Kind;

/** What the summary says was done of something, against what the plan says is still to be done of it: signed, and to be negotiated. */
final class StateExaminer implements Examiner {
    private static final String RULE = "plan.state";
    private static final int MOST = 300;
    private static final String ENDS = "，,。；;！!？?：:";

    /** A clause that says of which stage something is. */
    private record Step(String clause, StageRanks.Stage stage, Place place) {}

    /** A step that was reached, and the name that a planned one shares with it. */
    private record Reached(Step step, String name) {}

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        List<Step> done = new ArrayList<>();
        List<Step> planned = new ArrayList<>();
        Map<Integer, Boolean> plans = new HashMap<>();
        for (Sentence sentence : text.sentences()) {
            boolean plan = plans.computeIfAbsent(
                    sentence.section().start(), start -> sentence.section().isPlan());
            steps(sentence, plan, plan ? planned : done);
        }
        List<Step> first = done.subList(0, Math.min(MOST, done.size()));
        for (Step next : planned.subList(0, Math.min(MOST, planned.size()))) {
            first.stream()
                    .flatMap(step -> shared(step, next).map(name -> new Reached(step, name)).stream())
                    .max(Comparator.comparingInt(
                            reached -> reached.step().stage().rank()))
                    .ifPresent(reached -> ledger.enter(
                            RULE,
                            ImmutableList.of(next.place(), reached.step().place()),
                            next.stage().rank() > reached.step().stage().rank(),
                            reached.name() + ": " + reached.step().stage().word() + " → "
                                    + next.stage().word(),
                            CheckLevel.ERROR));
        }
    }

    private static void steps(Sentence sentence, boolean plan, List<Step> steps) {
        String text = sentence.text();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || ENDS.indexOf(text.charAt(i)) >= 0) {
                if (i > from) {
                    Place place = sentence.placeOf(from, i);
                    clauses(text.substring(from, i), plan)
                            .forEach(clause -> StageRanks.last(clause)
                                    .filter(stage -> plan || isReached(clause, stage))
                                    .ifPresent(stage -> steps.add(new Step(clause, stage, place))));
                }
                from = i + 1;
            }
        }
    }

    /** 罗山公园群二期完工、三期已动工 says two things of one name; a plan names several things and says one of them all. */
    private static List<String> clauses(String text, boolean plan) {
        int cut = text.indexOf('、');
        Optional<Integer> phase = cut < 0 ? Optional.empty() : ProjectNames.phase(text.substring(0, cut));
        String rest = text.substring(cut + 1);
        boolean goesOn = phase.isPresent()
                && ProjectNames.phase(rest).filter(at -> at == 0).isPresent()
                && StageRanks.last(text.substring(0, cut)).isPresent();
        if (plan || !goesOn) {
            return List.of(text);
        }
        List<String> clauses = new ArrayList<>();
        clauses.add(text.substring(0, cut));
        clauses.addAll(clauses(text.substring(0, phase.get()) + rest, false));
        return clauses;
    }

    /** 推进…签约 is under way, 完成…签约 and …开工 are done. */
    private static boolean isReached(String clause, StageRanks.Stage stage) {
        return !CheckWords.isIn(Kind.UNDER_WAY, clause) && (stage.isStep() || CheckWords.isIn(Kind.DONE, clause));
    }

    /** The name of something that is in both clauses; of something that is to be built the whole name is compared. */
    private static Optional<String> shared(Step done, Step planned) {
        if (!planned.stage().isBuilding()) {
            return ProjectNames.shared(done.clause(), planned.clause());
        }
        String built = ProjectNames.built(planned.clause(), planned.stage());
        String name = done.stage().isBuilding()
                ? ProjectNames.built(done.clause(), done.stage())
                : ProjectNames.before(done.clause(), done.stage());
        return ProjectNames.areAlike(name, built) ? Optional.of(built) : Optional.empty();
    }
}
