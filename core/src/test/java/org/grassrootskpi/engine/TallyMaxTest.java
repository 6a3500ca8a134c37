package org.grassrootskpi.engine;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;

class TallyMaxTest extends TallyContract {
    TallyMaxTest() {
        super(Tally.MAX);
    }

    @Override
    BigInteger expected(List<Long> values) {
        return BigInteger.valueOf(Collections.max(values));
    }

    @Override
    BigInteger found(Groups groups, int place) {
        return BigInteger.valueOf(groups.max(place));
    }
}
