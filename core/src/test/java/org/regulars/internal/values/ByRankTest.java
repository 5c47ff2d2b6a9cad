package org.regulars.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Sorted by rank first is sorted. */
class ByRankTest {

    private record Thing(long rank, int rest, int listedAs) {}

    private static final Comparator<Thing> ORDER =
            Comparator.comparingLong(Thing::rank).thenComparingInt(Thing::rest);

    @Provide
    Arbitrary<Long> ranks() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 5), Arbitraries.longs().between(0, (1L << ByRank.BITS) - 1));
    }

    @Property
    void it_is_the_whole_order_and_what_is_equal_stays_as_it_was(
            @ForAll List<@net.jqwik.api.From("ranks") Long> ranks, @ForAll @IntRange(min = 1, max = 300) int times) {
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < Math.min(ranks.size() * times, 10_000); i++) {
            things.add(new Thing(ranks.get(i % ranks.size()), i * 7 % 3, i));
        }
        List<Thing> sorted = new ArrayList<>(things);
        sorted.sort(ORDER);

        ByRank.sort(things, Thing::rank, ORDER);

        assertThat(things).isEqualTo(sorted);
    }
}
