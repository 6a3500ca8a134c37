package org.grassrootskpi.catalog;

import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.grassrootskpi.csv.MemberFiguresCsv;
import org.grassrootskpi.json.RuleJson;
import org.grassrootskpi.score.Scorecard;
import org.grassrootskpi.text.OwnResource;

/**
 * A worked sample of a scorecard of subdistricts, composed of published rules, which {@link Scorecard#source} cites: hotline, city
 * management, yearly tasks, bonus, yellow and red cards, a veto, five levels. A model for the rule of your office, and no office's rule.
 *
 * <pre>{@code
 * MemberFiguresCsv.Table figures = SubdistrictScorecard.simulatedFigures();
 * Scores scores = SubdistrictScorecard.rule().score(figures.figures());
 * }</pre>
 */
public final class SubdistrictScorecard {
    private static final String RULE = "scorecard/subdistrict.json";
    private static final String FIGURES = "scorecard/simulated.csv";

    private SubdistrictScorecard() {}

    /**
     * Reads the rule from the file of this module.
     *
     * @return the rule, read anew and checked at each call
     */
    public static Scorecard rule() {
        return RuleJson.read(RULE, ruleFile(), Scorecard.class);
    }

    /**
     * Returns the file of the rule, to copy and to change.
     *
     * @return a JSON text in UTF-8
     */
    public static ByteSource ruleFile() {
        return resource(RULE);
    }

    /**
     * Reads the figures of eight subdistricts that do not exist: vague ones, a missing one, one that does not apply, a veto and a tie.
     *
     * @return simulated figures, with the group of each member; say so wherever they are shown
     */
    public static MemberFiguresCsv.Table simulatedFigures() {
        try {
            return MemberFiguresCsv.read(FIGURES, simulatedFile(), rule());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the file of the simulated figures.
     *
     * @return a CSV text in UTF-8
     */
    public static ByteSource simulatedFile() {
        return resource(FIGURES);
    }

    private static ByteSource resource(String path) {
        return OwnResource.of(path, () -> SubdistrictScorecard.class.getResourceAsStream(path));
    }
}
