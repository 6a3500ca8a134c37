package org.grassrootskpi.engine;

import java.math.BigInteger;
import java.util.List;

class TallyLastTest extends TallyContract {
    TallyLastTest() {
        super(Tally.LAST);
    }

    @Override
    BigInteger expected(List<Long> values) {
        return BigInteger.valueOf(values.get(values.size() - 1));
    }

    @Override
    BigInteger found(Groups groups, int place) {
        return groups.lastSum(place);
    }
}
