package org.regulars.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts B and C: tiers by what is held, and by what was earned. */
class TierCasesTest {

    @Test
    void b6_a_tier_by_the_balance_goes_up_and_down_with_it() {
        Card card = Card.of("tiers-by-balance");

        card.buys("1 shirt 100.00");
        assertThat(card.tier()).isEqualTo("Silver");
        card.redeems("treat");
        assertThat(card.tier()).isEqualTo("Basic");
        card.buys("1 coat 500.00");
        assertThat(card.tier()).isEqualTo("Gold");
        assertThat(card.holds("points")).isEqualByComparingTo("550");
    }

    @ParameterizedTest(name = "{0}: 30 earned, {1} left at the end of the year: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | left | then
            B10    | 5    | level 0
            B10    | 10   | level 1
            B10    | 30   | level 2
            """)
    void levels_are_set_anew_by_what_is_left_and_then_all_points_go(String number, int left, String then) {
        Card card = Card.of("levels-set-anew-each-year");
        card.on("2026-03-01").buys("1 tea 10.00");
        assertThat(card.tier()).isEqualTo("level 1");
        card.on("2026-04-01").buys("1 cake 20.00");
        assertThat(card.tier()).isEqualTo("level 2");
        for (int spent = 0; spent < 30 - left; spent += 5) {
            card.on("2026-05-01").redeems("treat");
        }
        assertThat(card.holds("points")).isEqualByComparingTo(BigDecimal.valueOf(left));
        card.at("2026-12-31T23:59").waits();
        assertThat(card.tier()).isEqualTo("level 2");

        card.at("2027-01-01T00:00").waits();

        assertThat(card.tier()).isEqualTo(then);
        assertThat(card.holds("points")).isZero();
    }

    @ParameterizedTest(name = "{0}: {2} points: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | rules                  | points | tier
            B6     | tiers-by-balance       | 99     | Basic
            B6     | tiers-by-balance       | 100    | Silver
            B6     | tiers-by-balance       | 499    | Silver
            B6     | tiers-by-balance       | 500    | Gold
            B6     | tiers-by-balance       | 999    | Gold
            B6     | tiers-by-balance       | 1000   | Platinum
            B11    | tiers-by-active-points | 99     | none
            B11    | tiers-by-active-points | 100    | Bronze
            B11    | tiers-by-active-points | 199    | Bronze
            B11    | tiers-by-active-points | 200    | Silver
            B11    | tiers-by-active-points | 299    | Silver
            B11    | tiers-by-active-points | 300    | Gold
            """)
    void a_tier_by_the_points_there_are(String number, String rules, long points, String tier) {
        Card card = Card.of(rules);

        card.buys("1 coat " + points + ".00");

        assertThat(card.holds("points")).isEqualByComparingTo(BigDecimal.valueOf(points));
        assertThat(card.tier()).isEqualTo(tier);
    }

    @Test
    void c19_spending_points_takes_no_tier_away() {
        Card card = Card.of("gold-stays");
        card.buys("1 coat 500.00");
        assertThat(card.tier()).isEqualTo("Gold");

        card.redeems("feast");
        card.buys("1 tea 1.00");

        assertThat(card.holds("points")).isEqualByComparingTo("51");
        assertThat(card.tier()).isEqualTo("Gold");
    }

    @ParameterizedTest(name = "{0}: {1} spent: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | spent   | tier
            C20    | 500.00  | first
            C20    | 1000.00 | second
            C20    | 9999.99 | second
            C20    | 10000.00 | third
            """)
    void the_tier_is_the_highest_that_is_reached(String number, String spent, String tier) {
        Card card = Card.of("tiers-by-spend");

        card.buys("1 coat " + spent);

        assertThat(card.tier()).isEqualTo(tier);
    }
}
