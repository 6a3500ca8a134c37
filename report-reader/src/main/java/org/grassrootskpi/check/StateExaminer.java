package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.check.CheckWords.Kind;

/** What the summary says was done of something, against what the plan says is still to be done of it: signed, and to be negotiated. */
final class StateExaminer implements Examiner {
    private static final String RULE = "plan.state";
    private static final int LEAST_NAME = 4;
    private static final int MOST = 300;
    private static final String ENDS = "，,。；;！!？?：:";

    /** A clause that says of which stage something is: what is said in front of that, and the rank of the stage. */
    private record Step(String clause, String stage, int rank, Place place) {}

    @Override
    public void examine(CheckedText text, Ledger ledger) {
        List<Step> done = new ArrayList<>();
        List<Step> planned = new ArrayList<>();
        Map<Integer, Boolean> plans = new HashMap<>();
        for (Sentence sentence : text.sentences()) {
            boolean plan = plans.computeIfAbsent(
                    sentence.section().start(), start -> sentence.section().isPlan());
            steps(sentence, plan).forEach(plan ? planned::add : done::add);
        }
        for (Step next : planned.subList(0, Math.min(MOST, planned.size()))) {
            done.subList(0, Math.min(MOST, done.size())).stream()
                    .filter(step -> isSame(step.clause(), next.clause()))
                    .max((one, other) -> Integer.compare(one.rank(), other.rank()))
                    .ifPresent(step -> ledger.enter(
                            RULE,
                            ImmutableList.of(next.place(), step.place()),
                            next.rank() > step.rank(),
                            CommonWords.of(step.clause(), next.clause()).text() + ": " + step.stage() + " → "
                                    + next.stage(),
                            CheckLevel.ERROR));
        }
    }

    private static List<Step> steps(Sentence sentence, boolean plan) {
        List<Step> steps = new ArrayList<>();
        String text = sentence.text();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || ENDS.indexOf(text.charAt(i)) >= 0) {
                String clause = text.substring(from, i);
                from = i + 1;
                StageRanks.last(clause)
                        .filter(stage -> plan || isReached(clause, stage))
                        .ifPresent(stage ->
                                steps.add(new Step(clause, stage.word(), stage.rank(), sentence.place(clause))));
            }
        }
        return steps;
    }

    /** 推进…签约 is under way, 完成…签约 and …开工 are done. */
    private static boolean isReached(String clause, StageRanks.Stage stage) {
        return !CheckWords.isIn(Kind.UNDER_WAY, clause) && (stage.isStep() || CheckWords.isIn(Kind.DONE, clause));
    }

    /** The name of something that is built or done in both: it begins at the same place of both clauses or behind a verb. */
    private static boolean isSame(String done, String planned) {
        CommonWords.Stretch name = CommonWords.of(done, planned);
        return name.text().length() >= LEAST_NAME
                && CheckWords.isIn(Kind.FACILITY, name.text())
                && begins(done, name.first())
                && begins(planned, name.second());
    }

    private static boolean begins(String clause, int at) {
        Optional<String> verb = CheckWords.atEnd(Kind.LEADING, clause.substring(0, at));
        return at == 0 || verb.isPresent() || "“”、《".indexOf(clause.charAt(at - 1)) >= 0;
    }
}
