package org.grassrootskpi.report;

/** The kind of comparison that a figure expresses, if any. */
public enum ReportedComparison {
    /**
     * More than before: 同比增长5%, 比上年增加3000人; against the year before unless the text names another base. A written
     * minus stays in the figure: 同比-6.2% is an increase by -6.2 %.
     */
    YOY_INCREASE,
    /** Less than before: 下降72.7%, as a positive figure. */
    YOY_DECREASE,
    /** A part of a plan: 完成年度任务的95%, 完成率341%. */
    COMPLETION,
    /** A place among others: 居全区第三. */
    RANK,
    /** A part of a whole: 占全市的12%. */
    SHARE,
    /** More by so many times, or so many times as much: 增长近三倍, 翻一番. */
    MULTIPLE_INCREASE
}
