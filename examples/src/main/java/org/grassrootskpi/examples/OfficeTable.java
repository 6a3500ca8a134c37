package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * A table that goes into a report: texts as they are printed.
 *
 * @param title what stands above it
 * @param head the names of its columns
 * @param figures the numbers of the columns of figures, from 0, which are printed to the right
 * @param rows a text for each column
 */
record OfficeTable(
        String title,
        ImmutableList<String> head,
        ImmutableSet<Integer> figures,
        ImmutableList<ImmutableList<String>> rows) {}
