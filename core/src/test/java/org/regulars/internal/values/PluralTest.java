package org.regulars.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The word for one is said only where it is sure. */
class PluralTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "stamps, stamp",
        "bakery stamps, bakery stamp",
        "miles, mile",
        "visits this month, visit this month",
        "points of the year, point of the year",
        "stars in 12 months, star in 12 months",
        "cups of coffee, cup of coffee",
        "free nights, free night",
        "cookies, cookie",
        "berries, berry",
        "categories, category",
        "passes, pass",
        "lunches, lunch",
        "purchases, purchase",
        "pizzas, pizza",
        "photos, photo",
    })
    void of_several_one_is_one(String several, String one) {
        assertThat(Plural.singular(several)).isEqualTo(one);
    }

    @ParameterizedTest(name = "{0} stays")
    @CsvSource({
        "bonus",
        "status",
        "cashback",
        "cash",
        "gas",
        "poeng",
        "spend",
        "card balance",
        "class",
        "free class",
        "free coffee",
        "free pair of socks",
        "nights 2026",
        "s",
    })
    void what_is_no_plural_stays(String word) {
        assertThat(Plural.singular(word)).isEqualTo(word);
    }
}
