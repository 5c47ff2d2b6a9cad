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
        "1, free nights, 1 free night",
        "1, cashback, 1 cashback",
    })
    void one_is_one_and_of_all_else_there_are_several(String amount, String kind, String words) {
        assertThat(Counted.of(new BigDecimal(amount), kind)).isEqualTo(words);
    }
}
