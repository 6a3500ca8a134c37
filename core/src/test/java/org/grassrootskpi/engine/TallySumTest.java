package org.grassrootskpi.engine;

import java.math.BigInteger;
import java.util.List;

class TallySumTest extends TallyContract {
    TallySumTest() {
        super(Tally.SUM);
    }

    @Override
    BigInteger expected(List<Long> values) {
        return values.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Override
    BigInteger found(Groups groups, int place) {
        return groups.sum(place);
    }
}
