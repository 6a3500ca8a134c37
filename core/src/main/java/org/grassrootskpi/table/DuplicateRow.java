package org.grassrootskpi.table;

/**
 * A row that has the key of an earlier one.
 *
 * @param key as {@link org.grassrootskpi.model.Observation#key()} writes it, the values of extra dimensions behind it
 * @param firstOrigin where the earlier row came from, as {@link RowAppender#origin} was given it; 0 where it was not
 * @param origin where this row came from; 0 where that was not given
 */
public record DuplicateRow(String key, int firstOrigin, int origin) {}
