package org.regulars.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds are called by their plural; of one there is one. */
class CountedTest {

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "1, stamps, 1 stamp",
        "1.00, points, 1 point",
        "0, stamps, 0 stamps",
        "0.5, stars, 0.5 stars",
        "2, stamps, 2 stamps",
        "1, bakery stamps, 1 bakery stamp",
        "1, visits this month, 1 visit this month",
        "1, stars in 12 months, 1 star in 12 months",
        "1, berries, 1 berry",
        "1, passes, 1 pass",
        "1, lunches, 1 lunch",
        "1, pizzas, 1 pizza",
        "1, purchases, 1 purchase",
        "1, free nights, 1 free night",
    })
    void one_is_one_and_of_all_else_there_are_several(String amount, String kind, String words) {
        assertThat(Counted.of(new BigDecimal(amount), kind)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} stays")
    @CsvSource({
        "cashback",
        "bonus",
        "status",
        "cash",
        "poeng",
        "free class",
        "free pair of socks",
        "nights 2026",
        "s",
        "free coffee"
    })
    void what_is_no_plural_stays(String kind) {
        assertThat(Counted.of(BigDecimal.ONE, kind)).isEqualTo("1 " + kind);
    }
}
