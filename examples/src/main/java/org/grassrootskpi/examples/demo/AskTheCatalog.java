package org.grassrootskpi.examples.demo;

import java.io.PrintWriter;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.time.TimePeriod;

/** Asks the catalogue of Pinghu: sectors, one observation with its citation, and an id that it does not have. */
final class AskTheCatalog {
    private AskTheCatalog() {}

    static void run(PrintWriter out) {
        Catalog pinghu = PinghuCatalog.load();
        for (Sector sector : pinghu.sectorSubtree("livelihood")) {
            out.println(sector.name().in(Language.EN) + ": "
                    + pinghu.indicatorsOf(sector.id()).size() + " indicators");
        }
        pinghu.observation("land.consolidation.area", "440307003", TimePeriod.parse("2024"))
                .ifPresent(land -> out.println(land.figure().orElseThrow() + " is cited from section "
                        + land.citation().section() + "; the target was "
                        + land.impliedTarget().orElseThrow()));
        try {
            pinghu.indicator("land.consolidation.aera");
        } catch (UnknownIdException e) {
            out.println(e.getMessage());
        }
    }
}
