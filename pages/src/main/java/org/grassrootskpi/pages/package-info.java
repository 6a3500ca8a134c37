/**
 * Key figures as a page to look at: one HTML file that opens from a disk, and the JSON that it is drawn from.
 *
 * <pre>{@code
 * Page page = Page.builder(catalog, TimePeriod.ofMonth(2025, 6))
 *         .title(LocalizedText.of("平湖街道关键指标", "Key figures of Pinghu"))
 *         .regions(byCommunity, TimePeriod.ofYear(2024), true)
 *         .build();
 * page.writeTo(Path.of("pinghu.html"));
 * Files.writeString(Path.of("pinghu.json"), page.toJson());
 * }</pre>
 *
 * <p>In go a catalogue, a month at whose end its commitments are judged, and the result of a query by region. Out comes a {@link
 * org.grassrootskpi.pages.Page}.
 */
@NullMarked
package org.grassrootskpi.pages;

import org.jspecify.annotations.NullMarked;
