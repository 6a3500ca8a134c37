package consumer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.sql.JdbcStore;
import org.grassrootskpi.sql.ObservationLayout;
import org.grassrootskpi.sql.SqlRollupSource;

/** Asks DuckDB from a module of its own. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws SQLException {
        Catalog catalog = Catalog.builder()
                .addSectors(Sector.builder().id("s").name(LocalizedText.of("领域", "Sector")).build())
                .addRegions(Region.builder()
                        .code("a")
                        .name(LocalizedText.of("甲", "A"))
                        .level(RegionLevel.COMMUNITY)
                        .build())
                .addIndicators(Indicator.builder()
                        .id("visits")
                        .name(LocalizedText.of("走访", "Visits"))
                        .definition(LocalizedText.of("走访次数", "Number of visits"))
                        .sector("s")
                        .kind(IndicatorKind.FLOW)
                        .unit(Unit.parse("count:次"))
                        .decimals(0)
                        .direction(Direction.NEUTRAL)
                        .build())
                .build();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table figures as select 'visits' as indicator, 'a' as region, '2024' as period, 3 as value");
            System.out.println(SqlRollupSource.builder(catalog)
                    .build(JdbcStore.of(connection), ObservationLayout.of("figures"))
                    .engine()
                    .execute(Query.select("visits"))
                    .row(0)
                    .cell("value")
                    .get());
        }
    }
}
