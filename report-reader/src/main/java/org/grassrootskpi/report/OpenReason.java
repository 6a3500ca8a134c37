package org.grassrootskpi.report;

/** The reason for which a draft leaves a figure to a person: each figure of a report is drafted, or has one of these. */
public enum OpenReason {
    /** Several indicators fit equally well. */
    SEVERAL_INDICATORS("several indicators fit equally well"),
    /** An indicator has a similar name, not the same. */
    SIMILAR_NAME("an indicator has a similar name, not the same"),
    /** The text has more words than the name that was found in it. */
    LONGER_NAME("the text names something more special than the indicator"),
    /** The text says something that makes it another measure: per head, on average, renewed. */
    OTHER_MEASURE("the text says what the indicator does not"),
    /** The indicator counts what is new, and the text does not say that it is. */
    NOT_SAID_NEW("the indicator counts what is new, the text does not say new"),
    /** A number of new things is no value of an indicator that counts all of them. */
    ONLY_NEW("the text counts what is new, the indicator all that there is"),
    /** A total by then is no value of an indicator of what happened in the period. */
    TOTAL_BY_THEN("a total by then, and the indicator is of what happened in the period"),
    /** The unit is another one. */
    OTHER_UNIT("another unit than the indicator's"),
    /** More decimals than the indicator holds: it would have to be rounded. */
    MORE_DECIMALS("more decimals than the indicator holds"),
    /** More figures claim the same indicator, region and period. */
    CONTENDED("another figure claims the same indicator, region and period"),
    /** The same value is said again. */
    SAID_AGAIN("the same value is drafted already"),
    /** A second figure behind one name. */
    SECOND_FIGURE("a second figure behind one name"),
    /** Several names share several figures, and their numbers differ or a name is no whole one. */
    SHARED_NAMES("several names share several figures"),
    /** A range has two ends. */
    RANGE("a range, not one value"),
    /** An old level or rate: A in 由A提高到B. */
    OLD_VALUE("the value before a change"),
    /** A threshold that classifies others. */
    THRESHOLD("a threshold"),
    /** A change without a value that it is the change of. */
    CHANGE_ALONE("a change without the value that changed"),
    /** A change that is no rate: 减少18个, 回落0.5个百分点. */
    CHANGE_IN_UNITS("a change in units or percentage points, no rate"),
    /** A change against something else than the year before. */
    OTHER_BASE("a change against something else than the year before"),
    /** A fall with a minus sign. */
    DOUBLE_NEGATIVE("a fall with a minus sign"),
    /** A multiple. */
    MULTIPLE("a multiple"),
    /** A completion without the value that it is the completion of, or one of zero. */
    COMPLETION_ALONE("a completion without its value"),
    /** A rank without the value that it belongs to, or without a field. */
    RANK_ALONE("a rank without its value or its field"),
    /** A share of a whole. */
    SHARE("a share of a whole"),
    /** A planned change without a planned value. */
    PLANNED_CHANGE("a planned change without a planned value"),
    /** A plan that does not say for which year. */
    NO_YEAR_OF_PLAN("planned, and the text does not say for which year"),
    /** The text speaks of several years at once. */
    SEVERAL_YEARS("the text speaks of several years"),
    /** A stretch of time that is no year, half-year, quarter or month: an observation has one period. */
    STRETCH("a stretch of time, no one year, half-year, quarter or month"),
    /** The reader is not sure what the figure means: {@link FigureMention#doubts()} says why. */
    DOUBTFUL("what it means is not sure"),
    /** The figure of a larger place. */
    LARGER_PLACE("the figure of a larger place"),
    /** Nothing in the text says what it is about. */
    NO_SUBJECT("nothing says what it is about"),
    /** The investment in one project: no indicator. */
    OF_ONE_PROJECT("the investment in one project, which is no indicator"),
    /** What something is to bring once it runs: 达产后可实现年产值4亿元. */
    PROJECTED("what something is to bring once it runs"),
    /** In a bracket behind another figure, a part of it or a remark: its name may lack that of the whole. */
    IN_BRACKETS("in brackets, with a name that may lack that of the whole"),
    /** Some of the persons counted before (其中…), with a name that does not say what they are of. */
    PART("a part of another figure, with a name that may lack that of the whole"),
    /** A count without a verb, behind what was newly got: 培育龙头企业5家，示范社11家. */
    NEW_OR_ALL("it does not say whether it counts what is new or all that there is"),
    /** A length of time. */
    DURATION("a length of time"),
    /** The value that this figure belongs to is unsure itself. */
    VALUE_UNSURE("the value that it belongs to is unsure itself");

    private final String text;

    OpenReason(String text) {
        this.text = text;
    }

    /**
     * Returns the reason in words.
     *
     * @return a short English phrase
     */
    public String text() {
        return text;
    }
}
