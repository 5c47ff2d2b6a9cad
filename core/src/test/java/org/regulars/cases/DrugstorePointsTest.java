package org.regulars.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Outcome;
import org.regulars.Refused;

/** Part 13: a rate that changes on a date, points that go with silence. */
class DrugstorePointsTest {

    private static final String RULES = "drugstore-points";

    @ParameterizedTest(name = "{0}: {2} at {1} earns {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | when             | paid  | points
            13.1   | 2023-05-03T23:59 | 12.40 | 48
            13.1   | 2023-05-04T00:00 | 12.40 | 36
            """)
    void the_rate_is_that_of_the_day(String number, String when, String paid, BigDecimal points) {
        assertThat(Card.of(RULES)
                        .joined("2023-04-01")
                        .at(when)
                        .buys("1 soap " + paid)
                        .earned("points"))
                .isEqualByComparingTo(points);
    }

    @Test
    void p13_2_what_comes_back_goes_at_the_rate_it_came_at() {
        Card card = Card.of(RULES).joined("2023-04-01");
        Outcome bought = card.on("2023-05-03").buys("1 soap 12.40");
        card.on("2023-05-05").buys("1 cream 10.00");

        Outcome returned = card.on("2023-05-10").returns(bought);

        assertThat(returned.takenBack("points")).isEqualByComparingTo("48");
        assertThat(card.holds("points")).isEqualByComparingTo("30");
    }

    @ParameterizedTest(name = "{0}: with {1} points {2} is left to pay for 7.50, and {3} points")
    @CsvSource(delimiter = '|', textBlock = """
            # case | held | to pay | left
            13.3   | 750  | 0.00   | 0
            13.3   | 749  | 7.50   | 770
            """)
    void points_pay_for_all_or_for_nothing(String number, String held, BigDecimal toPay, BigDecimal left) {
        Card card = Card.of(RULES).joined("2025-12-01").holding(held, "points");

        Outcome bought =
                card.decides(card.receipt().with(1, "cream", "cream", "7.50").redeeming("points"));

        assertThat(bought.toPay()).isEqualByComparingTo(toPay);
        assertThat(card.holds("points")).isEqualByComparingTo(left);
        assertThat(bought.refused().stream().map(Refused::missing).toList())
                .isEqualTo(toPay.signum() == 0 ? List.of() : List.of(BigDecimal.ONE));
    }

    @ParameterizedTest(name = "{0}: last used on {1}, at {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | last used  | seen at          | points
            13.4   | 2025-06-20 | 2026-06-20T23:59 | 36
            13.4   | 2025-06-20 | 2026-06-21T00:00 | 0
            13.4   | 2023-06-20 | 2024-06-20T23:59 | 36
            13.4   | 2023-06-20 | 2024-06-21T00:00 | 0
            13.4   | 2024-02-29 | 2025-02-28T23:59 | 36
            13.4   | 2024-02-29 | 2025-03-01T00:00 | 0
            13.5   | 2020-09-01 | 2022-06-19T23:59 | 48
            13.5   | 2020-09-01 | 2022-06-21T00:00 | 0
            """)
    void points_go_when_the_card_is_not_used(String number, String lastUsed, String seenAt, BigDecimal points) {
        Card card = Card.of(RULES);
        card.on(lastUsed).buys("1 soap 12.40");

        card.at(seenAt).waits();

        assertThat(card.holds("points")).isEqualByComparingTo(points);
    }

    @Test
    void p13_6_a_receipt_that_arrives_late_counts_by_its_own_time() {
        Card card = Card.of(RULES).joined("2023-04-01");
        card.on("2023-05-05").buys("1 cream 10.00");

        Outcome late = card.at("2023-05-03T23:30").buys("1 soap 12.40");

        assertThat(late.earned("points")).isEqualByComparingTo("48");
        assertThat(card.holds("points")).isEqualByComparingTo("78");
    }
}
