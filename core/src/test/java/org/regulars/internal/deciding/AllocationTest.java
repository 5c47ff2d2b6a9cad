package org.regulars.internal.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is spread is all given out, to the last unit. */
class AllocationTest {

    @Provide
    Arbitrary<BigDecimal[]> weights() {
        Arbitrary<BigDecimal> weight = Combinators.combine(
                        Arbitraries.longs().between(0, 5),
                        Arbitraries.integers().between(0, 40))
                .as(BigDecimal::valueOf);
        return weight.array(BigDecimal[].class).ofMinSize(1).ofMaxSize(6);
    }

    @Property
    void the_parts_add_up_and_who_has_no_weight_gets_none(
            @ForAll("weights") BigDecimal[] weights,
            @ForAll @IntRange(min = 0, max = 1000) int units,
            @ForAll @IntRange(min = 0, max = 3) int decimals) {
        BigDecimal amount = BigDecimal.valueOf(units, decimals);

        BigDecimal[] parts = Allocation.spread(amount, weights, decimals);

        boolean isAny = Arrays.stream(weights).anyMatch(weight -> weight.signum() > 0);
        assertThat(Arrays.stream(parts).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(isAny ? amount : BigDecimal.ZERO);
        for (int i = 0; i < parts.length; i++) {
            assertThat(parts[i].signum()).isLessThanOrEqualTo(weights[i].signum());
        }
    }

    @Test
    void beside_a_very_fine_weight_nothing_is_nothing() {
        BigDecimal[] weights = {BigDecimal.ZERO, new BigDecimal("1E-21")};

        assertThat(Allocation.spread(BigDecimal.ONE, weights, 0)).containsExactly(BigDecimal.ZERO, BigDecimal.ONE);
    }
}
