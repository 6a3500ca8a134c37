package org.grassrootskpi.pages;

import java.util.HashMap;
import java.util.Map;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.publish.PeriodName;
import org.grassrootskpi.time.TimePeriod;

/** Finds the names that the page prints in place of ids. */
final class Names {
    private final Catalog catalog;
    private final Map<String, String> topOf = new HashMap<>();

    Names(Catalog catalog) {
        this.catalog = catalog;
        for (Sector top : catalog.topSectors()) {
            catalog.sectorSubtree(top.id()).forEach(sector -> topOf.put(sector.id(), top.id()));
        }
    }

    /** Returns the sector that has no parent and holds the one of this id. */
    String topSector(String sector) {
        return topOf.getOrDefault(sector, sector);
    }

    Text sector(String id) {
        return Text.of(catalog.sector(id).name());
    }

    Text region(String code) {
        return Text.of(catalog.region(code).name());
    }

    static Text period(TimePeriod period) {
        return Text.each(language -> PeriodName.of(period, language));
    }

    PageData.Cited cited(Citation citation) {
        return new PageData.Cited(
                Text.of(catalog.document(citation.document()).title()), citation.section(), citation.quote());
    }
}
