package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Identity;
import org.grassrootskpi.model.Indicator;

/**
 * An identity of a catalogue by the names of its indicators.
 *
 * @param identity the identity
 * @param members the total, then the parts
 */
record KnownIdentity(Identity identity, ImmutableList<Member> members) {
    /**
     * The total or a part.
     *
     * @param names the names by which a report may print it
     * @param isBesideTotal whether it is on the side of the total: the total itself, and parts that are taken away
     */
    record Member(ImmutableSet<String> names, boolean isBesideTotal) {}

    /** Those of a catalogue. */
    static ImmutableList<KnownIdentity> of(Catalog catalog) {
        ImmutableList.Builder<KnownIdentity> all = ImmutableList.builder();
        for (Identity identity : catalog.identities()) {
            List<Member> members = new ArrayList<>();
            members.add(new Member(names(catalog.indicator(identity.total())), true));
            identity.parts()
                    .forEach(part ->
                            members.add(new Member(names(catalog.indicator(part.indicator())), !part.isAdded())));
            all.add(new KnownIdentity(identity, ImmutableList.copyOf(members)));
        }
        return all.build();
    }

    /** How an indicator is called in reports: its Chinese name and its aliases. */
    static ImmutableSet<String> names(Indicator indicator) {
        return ImmutableSet.<String>builder()
                .add(indicator.name().zh())
                .addAll(indicator.aliases())
                .build();
    }
}
