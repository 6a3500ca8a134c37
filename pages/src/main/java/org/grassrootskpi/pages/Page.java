package org.grassrootskpi.pages;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.grassrootskpi.files.WholeFile;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.progress.ProgressRule;
import org.grassrootskpi.progress.ProgressSheet;
import org.grassrootskpi.progress.Standings;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * The key figures of a catalogue at the end of a month, as a page to look at: tiles of the sectors, progress of the commitments, the
 * ledger of commitments, projects over time, parts of the region beside one another, what a check of a report found, and every number
 * behind the pictures.
 *
 * <p>{@link #toHtml()} is one HTML file that needs nothing else: it opens from a disk, in Chinese or English, light or dark, on a
 * telephone or a wall, and prints on A4. {@link #toJson()} is what it is drawn from, for those who draw a page of their own.
 *
 * <p>What is not a plain number is not drawn as one: a figure that is near, above or below has the word and an open end, one that is
 * missing is hatched, a light that bounds do not decide shows each that is possible. Figures that are said to be simulated are marked
 * on every picture that shows them. Immutable.
 */
public final class Page {
    private final PageData data;

    private Page(PageData data) {
        this.data = data;
    }

    /**
     * Makes a page of a catalogue with the usual rule and no figures of parts of the region.
     *
     * @param catalog the catalogue
     * @param month the month at whose end things are judged, such as 2025-09
     * @return the page
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if the period is not a month
     */
    public static Page of(Catalog catalog, TimePeriod month) {
        return builder(catalog, month).build();
    }

    /**
     * Starts a page.
     *
     * @param catalog the catalogue
     * @param month the month at whose end things are judged, such as 2025-09
     * @return a builder
     */
    public static Builder builder(Catalog catalog, TimePeriod month) {
        return new Builder(catalog, month);
    }

    /**
     * Returns the JSON Schema of {@link #toJson()}.
     *
     * @return the schema, of draft 2020-12
     */
    public static String jsonSchema() {
        return Resource.text("page.schema.json");
    }

    /**
     * Returns what the page shows.
     *
     * @return JSON as {@link #jsonSchema()} describes it; values and bounds are decimal texts in base units
     */
    public String toJson() {
        return PageJson.write(data);
    }

    /**
     * Returns the page.
     *
     * @return an HTML document that loads nothing, and whose content security policy forbids everything but its own script and style
     *     sheet
     */
    public String toHtml() {
        return new HtmlPage(data).toString();
    }

    /**
     * Writes {@link #toHtml()} to a file, whole or not at all.
     *
     * @param file the file, which is replaced where it exists
     * @throws IOException if it cannot be written
     */
    public void writeTo(Path file) throws IOException {
        String html = toHtml();
        WholeFile.write(file, out -> out.write(html));
    }

    /** Builds a {@link Page}. */
    public static final class Builder {
        private final Catalog catalog;
        private final TimePeriod month;
        private @Nullable LocalizedText title;
        private ProgressRule rule = ProgressRule.standard();
        private ImmutableList<String> headlines = ImmutableList.of();
        private boolean isSimulated;
        private @Nullable Standings standings;
        private boolean standingsAreSimulated;
        private ImmutableList<ResultTable> regions = ImmutableList.of();
        private @Nullable TimePeriod regionsPeriod;
        private boolean regionsAreSimulated;
        private @Nullable CheckedReport checked;

        private Builder(Catalog catalog, TimePeriod month) {
            this.catalog = catalog;
            this.month = month;
        }

        /**
         * Sets the title; without one it is that of the catalogue's first document.
         *
         * @param text the title
         * @return this
         */
        public Builder title(LocalizedText text) {
            title = text;
            return this;
        }

        /**
         * Sets the rule by which commitments are judged; without one it is {@link ProgressRule#standard()}.
         *
         * @param sheetRule the rule
         * @return this
         */
        public Builder rule(ProgressRule sheetRule) {
            rule = sheetRule;
            return this;
        }

        /**
         * Sets the indicators that stand on the tiles. On the tile of a sector of which none is named stand those with a change, then
         * those with a completion, then the others, in the order of the catalogue.
         *
         * @param indicators ids of indicators, those of all sectors in one list
         * @return this
         * @throws org.grassrootskpi.model.UnknownIdException if there is no such indicator
         */
        public Builder headlines(Iterable<String> indicators) {
            indicators.forEach(catalog::indicator);
            headlines = ImmutableList.copyOf(indicators);
            return this;
        }

        /**
         * Says that all figures of the catalogue are invented, which every picture then says.
         *
         * @return this
         */
        public Builder simulated() {
            isSimulated = true;
            return this;
        }

        /**
         * Sets the ranking of the parts of the region; without one it is that of the catalogue's own commitments.
         *
         * @param ranking the ranking, whose regions the catalogue has
         * @param simulated whether the figures behind it are invented
         * @return this
         */
        public Builder standings(Standings ranking, boolean simulated) {
            standings = ranking;
            standingsAreSimulated = simulated;
            return this;
        }

        /**
         * Sets the figures of the parts of the region, which are drawn as a heat table and as a tree.
         *
         * @param result the result of a query that groups by indicator and by region, and nothing else, with {@code Measure.value()}
         * @param period the period that it is about
         * @param simulated whether the figures are invented
         * @return this
         * @throws IllegalArgumentException if the result is grouped otherwise
         */
        public Builder regions(ResultTable result, TimePeriod period, boolean simulated) {
            return regions(ImmutableList.of(result), period, simulated);
        }

        /**
         * Sets the figures of the parts of the region at several levels, such as subdistricts and their communities: the tree has the
         * finer ones within those that they are parts of, and colours compare those of one level.
         *
         * @param levels a result for each level, each as {@link #regions(ResultTable, TimePeriod, boolean)} takes it
         * @param period the period that they are about
         * @param simulated whether the figures are invented
         * @return this
         * @throws IllegalArgumentException if a result is grouped otherwise, or two have the same indicator and region
         */
        public Builder regions(Iterable<ResultTable> levels, TimePeriod period, boolean simulated) {
            ImmutableList<ResultTable> results = ImmutableList.copyOf(levels);
            Regions.check(results);
            regions = results;
            regionsPeriod = period;
            regionsAreSimulated = simulated;
            return this;
        }

        /**
         * Sets what a check of a report found, which stands beside its sentences.
         *
         * @param report the findings
         * @return this
         */
        public Builder checked(CheckedReport report) {
            checked = report;
            return this;
        }

        /**
         * Builds the page.
         *
         * @return the page
         * @throws org.grassrootskpi.assess.AssessmentRefusedException if the month is another period than a month
         */
        public Page build() {
            ProgressSheet sheet = ProgressSheet.of(catalog, month, rule);
            Names names = new Names(catalog);
            Commitments commitments = new Commitments(catalog, names);
            Numbers numbers = new Numbers(catalog, names, sheet, headlines, isSimulated);
            ImmutableList<PageData.NumberRow> observations = numbers.observations();
            Optional<Regions> parts = regions.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Regions(
                            catalog,
                            names,
                            regions,
                            Preconditions.checkNotNull(regionsPeriod),
                            isSimulated || regionsAreSimulated));
            return new Page(new PageData(
                    title(),
                    sheet.asOf().toString(),
                    month.toString(),
                    rule.dueSoonDays(),
                    isSimulated,
                    catalog.documents().stream()
                            .map(document -> new PageData.Source(
                                    document.id(), Text.of(document.title()), Text.of(document.publisher())))
                            .toList(),
                    ImmutableMap.copyOf(Numbers.states(sheet.counts())),
                    numbers.tiles(observations),
                    ImmutableList.copyOf(Iterables.concat(
                            observations, parts.map(Regions::rows).orElse(ImmutableList.of()))),
                    commitments.of(sheet),
                    new Projects(catalog, names).at(sheet.asOf()),
                    standings == null
                            ? commitments.standings(sheet.standings(), isSimulated)
                            : commitments.standings(standings, isSimulated || standingsAreSimulated),
                    parts.map(Regions::table),
                    Optional.ofNullable(checked).map(CheckedReport::data)));
        }

        private Text title() {
            if (title != null) {
                return Text.of(title);
            }
            return catalog.documents().stream()
                    .findFirst()
                    .map(document -> Text.of(document.title()))
                    .orElseGet(() -> Words.of("title"));
        }
    }
}
