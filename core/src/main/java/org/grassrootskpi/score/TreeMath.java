package org.grassrootskpi.score;

import com.google.common.collect.ImmutableList;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.grassrootskpi.assess.AssessmentRefusal;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.exact.Bounded;
import org.grassrootskpi.exact.Fraction;
import org.grassrootskpi.score.ItemScore.State;
import org.grassrootskpi.score.ScorecardMath.Scored;
import org.jspecify.annotations.Nullable;

/** Makes one score of the items of one member, group by group. */
final class TreeMath {
    private final Scorecard card;
    private final MemberFigures figures;
    private final String member;
    private final BiFunction<ScoreItem, String, @Nullable Scored> scored;

    TreeMath(
            Scorecard card,
            MemberFigures figures,
            String member,
            BiFunction<ScoreItem, String, @Nullable Scored> scored) {
        this.card = card;
        this.figures = figures;
        this.member = member;
        this.scored = scored;
    }

    /** A node of the tree with what is known of it before its share is. */
    private static final class Node {
        final ScoreItem item;
        State state = State.SCORED;

        @Nullable Bounded score;

        @Nullable AssessmentRefusal refusal;

        Fraction coverage = Fraction.ONE;

        @Nullable Group group;

        Node(ScoreItem item) {
            this.item = item;
        }
    }

    ScorecardMath.Tree run() {
        List<Node> nodes = card.items().stream().map(this::node).toList();
        Group root = new Group(nodes, card.aggregation(), card.missing());
        root.run("the scorecard");
        ImmutableList.Builder<ItemScore> items = ImmutableList.builder();
        root.list(items, 0, Fraction.ONE, Fraction.ONE, Fraction.ONE, root.score != null);
        return new ScorecardMath.Tree(root.score, root.refusal, root.coverage, items.build());
    }

    private Node node(ScoreItem item) {
        Node node = new Node(item);
        if (item.isGroup()) {
            List<Node> parts = item.parts().stream().map(this::node).toList();
            Group group = new Group(parts, item.aggregation(), item.missing().orElse(card.missing()));
            node.group = group;
            group.run("'" + item.id() + "'");
            node.score = group.score == null ? null : ScorecardMath.rounded(item, group.score);
            node.refusal = group.refusal;
            node.coverage = group.coverage;
            node.state =
                    group.isNotApplicable ? State.NOT_APPLICABLE : group.score == null ? State.MISSING : State.SCORED;
        } else if (figures.notApplicable(member, item.id()).isPresent()) {
            node.state = State.NOT_APPLICABLE;
        } else {
            Scored own = scored.apply(item, member);
            node.score = own == null ? null : own.score();
            node.refusal = own == null ? null : own.refusal();
            node.state = node.score == null ? State.MISSING : State.SCORED;
            node.coverage = node.score == null ? Fraction.ZERO : Fraction.ONE;
        }
        return node;
    }

    /** The items of one group. */
    private final class Group {
        private final List<Node> nodes;
        private final Aggregation aggregation;
        private final MissingScores missing;
        private @Nullable Bounded score;
        private @Nullable AssessmentRefusal refusal;
        private boolean isNotApplicable;
        private Fraction coverage = Fraction.ZERO;
        /** The weight of what counts. */
        private Fraction counted = Fraction.ZERO;

        Group(List<Node> nodes, Aggregation aggregation, MissingScores missing) {
            this.nodes = nodes;
            this.aggregation = aggregation;
            this.missing = missing;
        }

        private Fraction weight(Node node) {
            return Fraction.of(aggregation == Aggregation.TOTAL ? node.item.maximum() : node.item.weight());
        }

        private Fraction weightOf(Predicate<Node> which) {
            return Means.sum(nodes.stream().filter(which).map(this::weight).toList());
        }

        void run(String name) {
            Fraction applicable = weightOf(node -> node.state != State.NOT_APPLICABLE);
            if (applicable.signum() == 0) {
                isNotApplicable = true;
                refusal = AssessmentRefusal.of(
                        Reason.MISSING, "nothing of " + name + " applies to '" + member + "'", "leave the member out");
                return;
            }
            Fraction covered = Fraction.ZERO;
            for (Node node : nodes) {
                if (node.state != State.NOT_APPLICABLE) {
                    covered = covered.plus(weight(node).times(node.coverage));
                }
            }
            coverage = covered.dividedBy(applicable);
            Fraction present = weightOf(node -> node.state == State.SCORED);
            List<String> absent = nodes.stream()
                    .filter(node -> node.state == State.MISSING)
                    .map(node -> node.item.id())
                    .toList();
            refusal = refusal(name, absent, present.dividedBy(applicable));
            if (refusal == null) {
                combine(applicable);
            }
        }

        private @Nullable AssessmentRefusal refusal(String name, List<String> absent, Fraction part) {
            Optional<AssessmentRefusal> first = nodes.stream()
                    .filter(node -> node.state == State.MISSING && node.refusal != null)
                    .map(node -> node.refusal)
                    .findFirst();
            if (absent.isEmpty()) {
                return null;
            }
            return switch (missing.kind()) {
                case REFUSE ->
                    first.orElseGet(() -> AssessmentRefusal.of(
                            Reason.MISSING,
                            name + " of '" + member + "' lacks the figures of " + String.join(", ", absent),
                            "give them, or choose what happens without them: missing"));
                case RENORMALISE ->
                    part.compareTo(Fraction.of(missing.minCoverage().orElseThrow())) >= 0
                            ? null
                            : AssessmentRefusal.of(
                                    Reason.COVERAGE_TOO_LOW,
                                    name + " of '" + member + "' has figures for "
                                            + part.toDecimal()
                                                    .round(new MathContext(4))
                                                    .toPlainString()
                                            + " of its weight, expected "
                                            + missing.minCoverage().orElseThrow() + " or more; it lacks "
                                            + String.join(", ", absent),
                                    "give them, or demand less");
                case SCORE -> null;
                case BOUNDS ->
                    part.signum() > 0
                            ? null
                            : AssessmentRefusal.of(
                                    Reason.MISSING,
                                    name + " of '" + member + "' has no figure at all",
                                    "give one at least, or leave the member out");
            };
        }

        private void combine(Fraction applicable) {
            List<Bounded> scores = new ArrayList<>();
            List<Fraction> weights = new ArrayList<>();
            for (Node node : nodes) {
                if (node.state == State.MISSING && missing.kind() == MissingScores.Kind.SCORE) {
                    node.score = Bounded.of(Fraction.of(missing.score().orElseThrow()));
                }
                if (counts(node)) {
                    scores.add(Objects.requireNonNull(node.score));
                    weights.add(weight(node));
                }
            }
            counted = Means.sum(weights);
            try {
                Bounded known = Means.of(aggregation, scores, weights);
                if (aggregation == Aggregation.TOTAL) {
                    known = known.times(applicableTotal().dividedBy(counted));
                }
                score = missing.kind() == MissingScores.Kind.BOUNDS && counted.compareTo(applicable) < 0
                        ? withBounds(known, scores, weights)
                        : known;
            } catch (AssessmentRefusedException e) {
                refusal = e.refusal();
            }
        }

        /** What does not apply leaves its points to the others, so that the most that can be reached stays. */
        private Fraction applicableTotal() {
            return weightOf(node -> true);
        }

        private boolean counts(Node node) {
            return node.state != State.NOT_APPLICABLE && node.score != null;
        }

        private Bounded withBounds(Bounded known, List<Bounded> scores, List<Fraction> weights) {
            List<Bounded> all = new ArrayList<>(scores);
            List<Fraction> allWeights = new ArrayList<>(weights);
            for (Node node : nodes) {
                if (node.state == State.MISSING) {
                    Fraction least = Fraction.of(node.item.minimum());
                    Fraction most = Fraction.of(node.item.maximum());
                    all.add(Bounded.of(alike(node, known).max(least).min(most), least, most));
                    allWeights.add(weight(node));
                }
            }
            Bounded bounded = Means.of(aggregation, all, allWeights);
            if (aggregation == Aggregation.TOTAL) {
                bounded = bounded.times(applicableTotal().dividedBy(Means.sum(allWeights)));
            }
            return bounded;
        }

        /** Returns the score of an item that does as well as the others. */
        private Fraction alike(Node node, Bounded known) {
            return aggregation == Aggregation.TOTAL
                    ? known.value().times(weight(node)).dividedBy(applicableTotal())
                    : known.value();
        }

        /** Lists the items with their shares: before anything was spread, after it, and how much the total rises with a point. */
        void list(
                ImmutableList.Builder<ItemScore> items,
                int depth,
                Fraction statedShare,
                Fraction share,
                Fraction factor,
                boolean hasScore) {
            Fraction all = weightOf(node -> true);
            for (Node node : nodes) {
                boolean counts = hasScore && counts(node);
                Fraction stated = statedShare.times(weight(node)).dividedBy(all);
                Fraction own = counts ? share.times(weight(node)).dividedBy(counted) : Fraction.ZERO;
                Fraction perPoint = !counts
                        ? Fraction.ZERO
                        : aggregation == Aggregation.TOTAL
                                ? factor.times(all).dividedBy(counted)
                                : factor.times(weight(node)).dividedBy(counted);
                items.add(new ItemScore(
                        node.item,
                        depth,
                        node.state,
                        figures.figure(member, node.item.id()).orElse(null),
                        node.score == null ? null : Score.of(node.score),
                        own,
                        stated,
                        perPoint,
                        figures.notApplicable(member, node.item.id())));
                if (node.group != null) {
                    // A group that is missing may count with a score of the policy; its items then count for nothing.
                    node.group.list(items, depth + 1, stated, own, perPoint, counts && node.group.score != null);
                }
            }
        }
    }
}
