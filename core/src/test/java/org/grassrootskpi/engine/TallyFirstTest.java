package org.grassrootskpi.engine;

import java.math.BigInteger;
import java.util.List;

class TallyFirstTest extends TallyContract {
    TallyFirstTest() {
        super(Tally.FIRST);
    }

    @Override
    BigInteger expected(List<Long> values) {
        return BigInteger.valueOf(values.get(0));
    }

    @Override
    BigInteger found(Groups groups, int place) {
        return groups.firstSum(place);
    }
}
