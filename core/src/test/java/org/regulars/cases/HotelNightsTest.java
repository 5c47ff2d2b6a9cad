package org.regulars.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Line;
import org.regulars.Outcome;
import org.regulars.Purchase;

/** Part 9: points by tier, rounded twice; nights that make a tier. */
class HotelNightsTest {

    private static final String RULES = "hotel-nights";

    @ParameterizedTest(name = "{0}: {1} pays {2} {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | tier     | paid   | brand      | points
            9.1    | Silver   | 412.37 | full       | 4535
            9.2    | Platinum | 412.37 | full       | 6184
            9.3    | Gold     | 412.37 | long stay  | 2576
            """)
    void the_base_is_rounded_and_then_the_bonus(
            String number, String tier, String paid, String brand, BigDecimal points) {
        Card card = Card.of(RULES).inTier(tier);

        Outcome stay = card.decides(card.receipt().with("brand", brand).with(room(1, 2, paid)));

        assertThat(stay.earned("points")).isEqualByComparingTo(points);
    }

    @Test
    void p9_4_points_on_three_rooms_and_a_night_is_one_night() {
        Card card = Card.of(RULES);
        Purchase stay = card.receipt();
        for (int room = 1; room <= 4; room++) {
            stay = stay.with(room(room, 2, "200.00"));
        }

        Outcome outcome = card.decides(stay);

        assertThat(outcome.earned("points")).isEqualByComparingTo("6000");
        assertThat(outcome.earned("nights")).isEqualByComparingTo("2");
    }

    @ParameterizedTest(name = "{0}: {1} nights for {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | nights | spent    | tier
            9.5    | 9      | 900.00   | Member
            9.5    | 10     | 900.00   | Silver
            9.5    | 24     | 900.00   | Silver
            9.5    | 25     | 900.00   | Gold
            9.5    | 49     | 900.00   | Gold
            9.5    | 50     | 900.00   | Platinum
            9.5    | 74     | 900.00   | Platinum
            9.5    | 75     | 900.00   | Titanium
            9.6    | 100    | 19999.99 | Titanium
            9.6    | 100    | 20000.00 | Ambassador
            """)
    void nights_of_a_year_make_a_tier(String number, long nights, String spent, String tier) {
        Card card = Card.of(RULES);

        card.buys(room(1, nights, spent));

        assertThat(card.tier()).isEqualTo(tier);
        assertThat(card.holds("nights")).isEqualByComparingTo(BigDecimal.valueOf(nights));
    }

    @Test
    void p9_7_the_nights_of_the_card_count_too() {
        Card card = Card.of(RULES);
        card.does("card year");
        assertThat(card.tier()).isEqualTo("Silver");

        card.buys(room(1, 10, "900.00"));

        assertThat(card.holds("nights")).isEqualByComparingTo("25");
        assertThat(card.tier()).isEqualTo("Gold");
    }

    @ParameterizedTest(name = "{0}: {1} nights and {2} years of Platinum before: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | nights | years before | tier
            9.8    | 600    | 8            | Not for life
            9.8    | 600    | 9            | Platinum for life
            9.8    | 599    | 9            | Not for life
            """)
    void ten_years_and_six_hundred_nights_are_for_life(String number, String nights, String years, String tier) {
        Card card = Card.of(RULES)
                .joined("2026-06-01")
                .holding(nights, "lifetime nights")
                .holding(years, "Platinum years")
                .inTier("Platinum");

        card.at("2026-12-30T23:59").waits();
        assertThat(card.tier("lifetime")).isEqualTo("Not for life");
        card.at("2026-12-31T00:00").waits();
        assertThat(card.tier("lifetime")).isEqualTo(tier);
    }

    private static Line room(int room, long nights, String total) {
        return Line.totalling(BigDecimal.valueOf(nights), "double room", "room", new BigDecimal(total))
                .with("room", BigDecimal.valueOf(room));
    }
}
