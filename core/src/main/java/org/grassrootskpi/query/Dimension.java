package org.grassrootskpi.query;

import com.google.common.collect.ImmutableList;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.time.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * A grouping key of a query: {@code Dimension.region(COMMUNITY)}, {@code Dimension.period(QUARTERLY)}.
 *
 * <p>Immutable; two dimensions are equal if they group alike.
 */
public final class Dimension {
    /** The closed list of kinds of dimensions. */
    public enum Kind {
        /** One group for each selected indicator. */
        INDICATOR,
        /** One group for each sector that a selected indicator belongs to: this adds indicators up. */
        SECTOR,
        /** One group for each region of a level, or for each group of regions. */
        REGION,
        /** One group for each period of a frequency. */
        PERIOD,
        /** One group for each value of a dimension that the table declares besides region and period. */
        EXTRA
    }

    private static final Dimension INDICATOR = new Dimension(Kind.INDICATOR, "indicator", null, null);
    private static final Dimension SECTOR = new Dimension(Kind.SECTOR, "sector", null, null);
    private static final Dimension TOP_SECTOR = new Dimension(Kind.SECTOR, "topSector", null, null);

    private final Kind kind;
    private final String name;
    private final @Nullable RegionLevel level;
    private final @Nullable Frequency frequency;

    private final @Nullable ImmutableList<String> groups;

    private Dimension(Kind kind, String name, @Nullable RegionLevel level, @Nullable Frequency frequency) {
        this(kind, name, level, frequency, null);
    }

    private Dimension(
            Kind kind,
            String name,
            @Nullable RegionLevel level,
            @Nullable Frequency frequency,
            @Nullable ImmutableList<String> groups) {
        this.kind = kind;
        this.name = name;
        this.level = level;
        this.frequency = frequency;
        this.groups = groups;
    }

    /** {@return one group for each selected indicator; a query that names neither it nor a sector has it first} */
    public static Dimension indicator() {
        return INDICATOR;
    }

    /**
     * {@return one group for each sector that selected indicators declare; indicators of one sector are combined}
     *
     * <p>Indicators that cannot be combined are refused, measure by measure; see {@link Measure}.
     */
    public static Dimension sector() {
        return SECTOR;
    }

    /** {@return one group for each sector at the top of the tree, with everything below it combined} */
    public static Dimension topSector() {
        return TOP_SECTOR;
    }

    /**
     * {@return one group for each region of a level}
     *
     * <p>Data of finer regions that belong to no region of that level forms a separate group, so that groups always add
     * up to the whole.
     *
     * @param level the level
     */
    public static Dimension region(RegionLevel level) {
        return new Dimension(Kind.REGION, "region", level, null);
    }

    /**
     * {@return one group for each group of regions of the catalogue, with everything in it combined; its row has its code and name as
     * those of a region}
     *
     * <p>Groups that have a region in common are refused beside each other.
     *
     * @param codes the codes of the groups; none for all of the catalogue
     */
    public static Dimension regionGroups(String... codes) {
        return new Dimension(Kind.REGION, "region", null, null, ImmutableList.copyOf(codes));
    }

    /**
     * {@return one group for each period of a frequency}
     *
     * @param frequency the frequency
     */
    public static Dimension period(Frequency frequency) {
        return new Dimension(Kind.PERIOD, "period", null, frequency);
    }

    /** {@return one group for each project: the extra dimension that a table declares as {@code project}} */
    public static Dimension project() {
        return extra("project");
    }

    /**
     * {@return one group for each value of a dimension that the table's schema declares}
     *
     * @param name its name in the schema
     */
    public static Dimension extra(String name) {
        return new Dimension(Kind.EXTRA, Objects.requireNonNull(name), null, null);
    }

    /** {@return the kind of dimension} */
    public Kind kind() {
        return kind;
    }

    /** {@return whether this is a dimension that the table's schema declares} */
    public boolean isExtra() {
        return kind == Kind.EXTRA;
    }

    /** {@return whether each of its groups is an indicator or a sector} */
    public boolean isSubject() {
        return kind == Kind.INDICATOR || kind == Kind.SECTOR;
    }

    /** {@return the name of its column: {@code indicator}, {@code region}, {@code period}, or that of the schema} */
    public String name() {
        return name;
    }

    /** {@return the level; present for {@link #region}} */
    public Optional<RegionLevel> level() {
        return Optional.ofNullable(level);
    }

    /** {@return the codes of groups of regions, none for all of the catalogue; present for {@link #regionGroups(String...)}} */
    public Optional<ImmutableList<String>> regionGroups() {
        return Optional.ofNullable(groups);
    }

    /** {@return the frequency; present exactly for {@link Kind#PERIOD}} */
    public Optional<Frequency> frequency() {
        return Optional.ofNullable(frequency);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dimension that
                && kind == that.kind
                && name.equals(that.name)
                && Objects.equals(level, that.level)
                && frequency == that.frequency
                && Objects.equals(groups, that.groups);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name, level, frequency, groups);
    }

    /** {@return such as {@code region(COMMUNITY)}} */
    @Override
    public String toString() {
        if (groups != null) {
            return "regionGroups(" + String.join(", ", groups) + ')';
        }
        Object parameter = level != null ? level : frequency;
        return parameter == null ? name : name + '(' + parameter + ')';
    }
}
