package org.regulars.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Outcome;

/** Parts B and C: how long points live. */
class LifeCasesTest {

    @ParameterizedTest(name = "{0}: {1} earned on {2} are gone on {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | kind                | earned     | gone
            B3     | monthly points      | 2026-01-25 | 2026-02-26
            B4     | monthly points      | 2025-01-31 | 2025-03-01
            B5     | daily points        | 2026-01-01 | 2026-01-02
            B7     | long points         | 2020-07-06 | 2021-08-01
            B8     | points of the month | 2026-01-22 | 2026-02-01
            B9     | points of the year  | 2018-05-05 | 2019-01-01
            """)
    void a_kind_lives_through_its_last_day(String number, String kind, String earned, String gone) {
        Card card = Card.of("how-long-points-live").joined("2017-01-01");
        card.on(earned).buys("1 tea 2.00");

        card.at(LocalDate.parse(gone).minusDays(1) + "T23:59").waits();
        assertThat(card.holds(kind)).isEqualByComparingTo("1");
        card.at(gone + "T00:00").waits();
        assertThat(card.holds(kind)).isZero();
    }

    @Test
    void b12_coming_again_starts_the_life_of_all_points_anew() {
        Card card = Card.of("points-that-live-on");
        card.on("2025-01-01").buys("1 shirt 40.00");
        assertThat(card.member().lots())
                .singleElement()
                .satisfies(lot -> assertThat(lot.expiresAt()).isEqualTo("2025-07-02T00:00:00Z"));

        card.on("2025-06-01").buys("1 shirt 25.00");

        card.at("2026-06-01T23:59").waits();
        assertThat(card.holds("points")).isEqualByComparingTo("65");
        card.at("2026-06-02T00:00").waits();
        assertThat(card.holds("points")).isZero();
    }

    @Test
    void b14_points_given_back_after_their_end_are_gone_at_once() {
        Card card = Card.of("points-for-a-treat");
        card.on("2026-01-02").buys("1 shirt 50.00");
        Outcome treat = card.on("2026-01-20").redeems("treat");
        assertThat(treat.spent("points")).isEqualByComparingTo("50");

        Outcome cancelled = card.on("2026-02-02").returns(treat);

        assertThat(cancelled.givenBack("points")).isEqualByComparingTo("50");
        assertThat(cancelled.expired("points")).isEqualByComparingTo("50");
        assertThat(card.holds("points")).isZero();
    }

    @ParameterizedTest(name = "{0}: {1}, through {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | tier | through
            B15    | Blue | 2026-05-02
            B15    | Gold | 2026-08-02
            """)
    void of_two_extensions_the_longer_counts(String number, String tier, String through) {
        Card card = Card.of("longer-for-gold");
        if (!tier.equals("Blue")) {
            card.inTier(tier);
        }
        card.on("2026-01-02").buys("1 shirt 40.00");

        card.on("2026-01-20").does("closed");

        card.at(through + "T23:59").waits();
        assertThat(card.holds("points")).isEqualByComparingTo("40");
        card.at(LocalDate.parse(through).plusDays(1) + "T00:00").waits();
        assertThat(card.holds("points")).isZero();
    }

    @ParameterizedTest(name = "{0}: earned on {1}, gone on {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | earned     | gone       | back
            B16    | 2025-12-14 | 2026-01-04 | 0
            B16    | 2025-12-15 | 2026-01-05 | 40
            B16    | 2025-12-25 | 2026-01-15 | 40
            """)
    void what_lapsed_in_the_last_ten_days_comes_back(String number, String earned, String gone, BigDecimal back) {
        Card card = Card.of("second-chance");
        card.on(earned).buys("1 shirt 40.00");
        card.at(gone + "T00:00").waits();
        assertThat(card.holds("points")).isZero();

        card.on("2026-01-15").does("wrote");

        assertThat(card.holds("points")).isEqualByComparingTo(back);
        card.at("2026-02-04T23:59").waits();
        assertThat(card.holds("points")).isEqualByComparingTo(back);
        card.at("2026-02-05T00:00").waits();
        assertThat(card.holds("points")).isZero();
    }

    @Test
    void c4_what_was_spent_came_from_what_ended_first() {
        Card card = Card.of("points-for-a-treat");
        card.on("2026-01-02").buys("1 shirt 100.00");
        card.on("2026-01-12").buys("1 shirt 100.00");
        card.on("2026-01-20").redeems("feast");

        card.on("2026-02-02").waits();

        assertThat(card.holds("points")).isEqualByComparingTo("100");
    }
}
