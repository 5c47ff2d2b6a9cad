package org.regulars.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Outcome;
import org.regulars.Return;

/** Part 2: points on receipts and on fuel, vouchers every quarter. */
class SupermarketVouchersTest {

    private static final String RULES = "supermarket-vouchers";

    @ParameterizedTest(name = "{0}: {1} earns {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | receipts                                            | points
            2.1    | 1 food 34.99                                        | 34
            2.2    | 1 food 19.59 + 1 tobacco 10.40 + 1 gift card 5.00   | 19
            2.3    | 1 food 1.50 / 1 food 1.50                           | 2
            2.3    | 1 food 1.50 + 1 food 1.50                           | 3
            2.4    | 1 food 0.99                                         | 0
            2.5    | 28.0 fuel 42.00                                     | 14
            2.5    | 29.9 fuel 44.85                                     | 14
            2.5    | 30.0 fuel 45.00                                     | 15
            """)
    void whole_points_for_what_counts_on_a_receipt(String number, String receipts, BigDecimal points) {
        Card card = Card.of(RULES);
        for (String receipt : receipts.split("/")) {
            card.buys(receipt);
        }
        assertThat(card.holds("points")).isEqualByComparingTo(points);
    }

    @ParameterizedTest(name = "{0}: {1} points become {2} and {3} stay")
    @CsvSource(delimiter = '|', textBlock = """
            # case | before | voucher | left
            2.6    | 265    | 2.50    | 15
            2.7    | 149    | 0.00    | 149
            2.7    | 150    | 1.50    | 0
            2.7    | 199    | 1.50    | 49
            2.7    | 200    | 2.00    | 0
            2.8    | 1234   | 12.00   | 34
            """)
    void every_quarter_points_become_vouchers(String number, String before, BigDecimal voucher, BigDecimal left) {
        Card card = Card.of(RULES).joined("2025-12-01").holding(before, "points");

        card.at("2026-02-14T23:59").waits();
        assertThat(card.holds("vouchers")).isZero();

        card.at("2026-02-15T00:00").waits();
        assertThat(card.holds("vouchers")).isEqualByComparingTo(voucher);
        assertThat(card.holds("points")).isEqualByComparingTo(left);
    }

    @ParameterizedTest(name = "{0}: a voucher of 15 February 2021 on {1} leaves {2} to pay")
    @CsvSource(delimiter = '|', textBlock = """
            # case | used on          | to pay
            2.9    | 2023-02-28T23:59 | 7.50
            2.9    | 2023-03-01T00:00 | 10.00
            """)
    void a_voucher_is_good_for_two_years_to_the_end_of_the_month(String number, String used, BigDecimal toPay) {
        Card card = Card.of(RULES).joined("2021-01-01").holding("265", "points");
        card.on("2021-02-15").waits();
        assertThat(card.holds("vouchers")).isEqualByComparingTo("2.50");

        card.at(used);
        Outcome outcome = card.decides(
                card.receipt().with(1, "jam", "food", "10.00").redeeming(new BigDecimal("2.50"), "vouchers"));

        assertThat(outcome.toPay()).isEqualByComparingTo(toPay);
        assertThat(card.holds("vouchers")).isZero();
    }

    @ParameterizedTest(name = "{0}: a voucher of 2.50 is worth {2} with a partner on {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | redeemed on      | worth
            2.10   | 2023-06-13T23:59 | 7.50
            2.10   | 2023-06-14T00:00 | 5.00
            """)
    void partners_take_vouchers_for_more(String number, String redeemed, BigDecimal worth) {
        Card card = Card.of(RULES).joined("2023-05-20").holding("2.50", "vouchers");

        card.at(redeemed).redeems("2.50", "partner vouchers");

        assertThat(card.holds("partner vouchers")).isEqualByComparingTo(worth);
        assertThat(card.holds("vouchers")).isZero();
    }

    @ParameterizedTest(name = "{0}: of {1} line {3} comes back, and {4} points go")
    @CsvSource(delimiter = '|', textBlock = """
            # case | receipt                        | earned | line | taken back
            2.11   | 1 food 24.59 + 1 book 10.40    | 34     | 2    | 10
            2.12   | 1 shirt 10.60 + 1 shirt 10.60  | 21     | 2    | 11
            """)
    void a_return_takes_back_what_the_rest_would_not_have_earned(
            String number, String receipt, BigDecimal earned, int line, BigDecimal takenBack) {
        Card card = Card.of(RULES);
        Outcome bought = card.buys(receipt);
        assertThat(bought.earned("points")).isEqualByComparingTo(earned);

        Outcome returned = card.on("2026-01-20").returns(bought, Return.line(line));

        assertThat(returned.takenBack("points")).isEqualByComparingTo(takenBack);
        assertThat(card.holds("points")).isEqualByComparingTo(earned.subtract(takenBack));
    }
}
