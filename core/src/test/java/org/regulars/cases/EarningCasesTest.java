package org.regulars.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Granted;
import org.regulars.Line;
import org.regulars.Outcome;
import org.regulars.Purchase;

/** Parts B and C: what is earned, and on what. */
class EarningCasesTest {

    @ParameterizedTest(name = "{0}: by {1}, {2} with {3} earns {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # case | rules                 | bought        | attribute   | points
            B1     | points-in-steps       | 1 shirt 7.00  | -           | 30
            B17    | points-and-a-coupon   | 1 shirt 50.00 | coupon=TEN  | 40
            C6     | ten-points-with-a-code | 1 shirt 70.00 | code=SAVE10 | 630
            """)
    void points_on_what_is_paid(String number, String rules, String bought, String attribute, BigDecimal points) {
        Card card = Card.of(rules);
        String[] parts = attribute == null ? new String[] {"nothing", "said"} : attribute.split("=");

        assertThat(card.buysWith(parts[0], parts[1], bought).earned("points")).isEqualByComparingTo(points);
    }

    @Test
    void b2_not_on_delivery_tax_discounts_store_credit_and_gift_cards() {
        Card card = Card.of("points-on-what-is-left");

        Outcome order = card.decides(card.receipt()
                .with(1, "coat", "clothes", "90.00")
                .shipping("10.00")
                .with("coupon", "TWELVE")
                .with("tax", new BigDecimal("8.00"))
                .with("store credit", new BigDecimal("5.00"))
                .with("gift card", new BigDecimal("15.00")));

        assertThat(order.toPay()).isEqualByComparingTo("88.00"); // 100 in all, 12 off
        assertThat(order.granted())
                .filteredOn(each -> each.sort() == Granted.Sort.EARN)
                .extracting(each -> each.basis().of())
                .containsExactly(new BigDecimal(50));
        assertThat(order.earned("points")).isEqualByComparingTo("250");
    }

    @Test
    void c1_an_award_that_is_sent_twice_is_given_once() {
        Card card = Card.of("one-point-for-one");
        Outcome once = card.buys("1 laptop 500.00");

        assertThat(card.decides(once.event()).repeated()).isTrue();

        assertThat(card.holds("points")).isEqualByComparingTo("500");
    }

    @Test
    void c5_a_purchase_that_pays_its_own_discount_with_its_points() {
        Card card = Card.of("points-for-a-discount");

        Outcome bought = card.buysWith("wish", "discount", "5 mug 50.00");

        assertThat(bought.earned("points")).isEqualByComparingTo("5");
        assertThat(bought.spent("points")).isEqualByComparingTo("5");
        assertThat(bought.toPay()).isEqualByComparingTo("45.00");
        assertThat(card.holds("points")).isZero();
    }

    @ParameterizedTest(name = "{0}: {1} yen earn {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | paid | points
            C9     | 10   | 1
            C9     | 19   | 1
            C9     | 20   | 2
            """)
    void how_money_is_rounded_does_not_round_points(String number, String paid, BigDecimal points) {
        Card card = Card.of("point-for-every-ten");

        Outcome bought = card.decides(Purchase.of("yen", card.now(), "JPY")
                .with(Line.totalling(BigDecimal.ONE, "gum", "gum", new BigDecimal(paid))));

        assertThat(bought.earned("points")).isEqualByComparingTo(points);
    }

    @Test
    void c9_one_point_can_be_spent_where_money_has_no_cents() {
        Card card = Card.of("point-for-every-ten").holding("1", "points");

        Outcome bought = card.decides(Purchase.of("yen", card.now(), "JPY")
                .with(1, "gum", "gum", "15")
                .redeeming("points"));

        assertThat(bought.spent("points")).isEqualByComparingTo("1");
        assertThat(bought.toPay()).isEqualByComparingTo("5");
    }

    @ParameterizedTest(name = "{0}: at {1} in New York, {2} UTC: {3} to pay, {4} points")
    @CsvSource(delimiter = '|', textBlock = """
            # case | in New York      | in UTC               | to pay | points
            C10    | 2026-05-31T23:30 | 2026-06-01T03:30:00Z | 90.00  | 5
            C10    | 2026-06-01T00:00 | 2026-06-01T04:00:00Z | 100.00 | 0
            C10    | 2026-04-30T23:59 | 2026-05-01T03:59:00Z | 100.00 | 0
            C10    | 2026-05-01T00:00 | 2026-05-01T04:00:00Z | 90.00  | 5
            """)
    void an_offer_ends_by_the_clocks_of_the_program(
            String number, String local, String utc, BigDecimal toPay, BigDecimal points) {
        Card card = Card.of("offer-in-may").at(local);
        assertThat(card.now()).isEqualTo(utc);

        Outcome inTheCart = card.engine().decide(card.member(), card.receipt().with(1, "lamp", "lamps", "100.00"));
        Outcome confirmed = card.buys("1 lamp 100.00");

        for (Outcome outcome : List.of(inTheCart, confirmed)) {
            assertThat(outcome.toPay()).isEqualByComparingTo(toPay);
            assertThat(outcome.earned("points")).isEqualByComparingTo(points);
        }
    }

    @ParameterizedTest(name = "{0}: {1} on the receipt is the same")
    @CsvSource(delimiter = '|', textBlock = """
            # case | amount
            C23    | 10
            C23    | 10.0
            C23    | 10.00
            C23    | 1E+1
            """)
    void ten_is_ten_however_it_is_written(String number, String amount) {
        Outcome bought =
                Card.of("exactly-ten").buys(Line.totalling(BigDecimal.ONE, "bread", "bread", new BigDecimal(amount)));

        for (String kind : List.of("red points", "green points", "blue points", "gold points")) {
            assertThat(bought.earned(kind)).as(kind).isEqualByComparingTo("1");
        }
    }
}
