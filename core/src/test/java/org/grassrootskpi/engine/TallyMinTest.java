package org.grassrootskpi.engine;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;

class TallyMinTest extends TallyContract {
    TallyMinTest() {
        super(Tally.MIN);
    }

    @Override
    BigInteger expected(List<Long> values) {
        return BigInteger.valueOf(Collections.min(values));
    }

    @Override
    BigInteger found(Groups groups, int place) {
        return BigInteger.valueOf(groups.min(place));
    }
}
