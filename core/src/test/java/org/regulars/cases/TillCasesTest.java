package org.regulars.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.LineOutcome;
import org.regulars.Outcome;
import org.regulars.Purchase;

/** Parts B and C: what is taken off at the till, and what is paid with points. */
class TillCasesTest {

    @ParameterizedTest(name = "{0}: the coupon {1} on {2} takes {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | coupon  | bought                                             | off
            C13    | BOOKS   | 1 books 22.99 + 1 pens 15.99                       | 10.00 0.00
            C14    | FIFTEEN | 1 pens 5.00 + 1 books 30.00 + 1 lamps 15.00        | 1.50 9.00 4.50
            C15    | TEN     | 1 pens 20.00 + 1 pens 20.00 + 1 pens 20.00         | 3.34 3.33 3.33
            """)
    void money_off_is_spread_to_the_last_cent(String number, String coupon, String bought, String off) {
        Outcome outcome = Card.of("money-off").buysWith("coupon", coupon, bought);

        assertThat(outcome.lines().stream().map(LineOutcome::discount).map(each -> each.setScale(2)))
                .containsExactlyElementsOf(
                        Arrays.stream(off.split(" ")).map(BigDecimal::new).toList());
    }

    @ParameterizedTest(name = "{0}: of {1} pens {2} are free")
    @CsvSource(delimiter = '|', textBlock = """
            # case | pens | free
            C11    | 10   | 0
            C11    | 11   | 1
            C11    | 12   | 2
            C11    | 13   | 3
            C11    | 14   | 3
            """)
    void ten_bought_and_up_to_three_more_are_free(String number, long pens, long free) {
        Outcome bought = Card.of("ten-and-up-to-three").buys(pens + " pen " + pens + ".00");

        assertThat(bought.lines())
                .singleElement()
                .extracting(LineOutcome::freeUnits)
                .isEqualTo(free);
        assertThat(bought.toPay()).isEqualByComparingTo(BigDecimal.valueOf(pens - free));
    }

    @Test
    void c7_points_pay_to_the_very_point() {
        Card card = Card.of("points-as-money").holding("3030", "points");

        Outcome bought = card.decides(
                card.receipt().with(1, "sofa", "furniture", "3000.00").redeeming(3030, "points"));

        assertThat(bought.spent("points")).isEqualByComparingTo("3030");
        assertThat(bought.toPay()).isEqualByComparingTo("2909.10");
        assertThat(card.holds("points")).isEqualByComparingTo("2909");
    }

    @Test
    void c8_many_small_lines_empty_the_wallet_exactly() {
        Card card = Card.of("wallet");
        Purchase bought = card.receipt();
        BigDecimal sum = BigDecimal.ZERO;
        for (int line = 1; line <= 30; line++) {
            BigDecimal price = new BigDecimal("0.07").multiply(BigDecimal.valueOf(line));
            bought = bought.with(1, "sweet " + line, "sweets", price.toPlainString());
            sum = sum.add(price);
        }
        card.holding(sum.toPlainString(), "wallet");

        Outcome outcome = card.decides(bought.redeeming("wallet"));

        assertThat(outcome.toPay()).isZero();
        assertThat(card.holds("wallet")).isZero();
        assertThat(card.member().lots()).isEmpty();
    }

    @Test
    void c12_who_brought_two_back_gets_the_reward_for_the_next_two() {
        Card card = Card.of("two-and-one-along");
        Outcome first = card.buys("2 pen 4.00");
        assertThat(first.freeItems()).hasSize(1);
        card.returns(first);

        Outcome next = card.buys("2 pen 4.00");

        assertThat(next.freeItems()).singleElement().satisfies(pen -> {
            assertThat(pen.what()).isEqualTo("pen");
            assertThat(pen.amount()).isEqualByComparingTo("1");
        });
    }

    @ParameterizedTest(name = "{0}: who holds 10000 {1} flies for {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | of what | takes | flies
            B13    | miles   | 13000 | true
            B13    | miles   | 13001 | false
            B13    | credits | 12000 | true
            B13    | credits | 12001 | false
            """)
    void gold_members_fly_on_credit(String number, String kind, BigDecimal takes, boolean flies) {
        Card card = Card.of("miles-on-credit").inTier("Gold").holding("10000", kind);

        Outcome flight = card.redeems(takes.toPlainString(), "flight for " + kind);

        assertThat(card.holds("flights")).isEqualByComparingTo(flies ? "1" : "0");
        assertThat(card.holds(kind))
                .isEqualByComparingTo(flies ? new BigDecimal(10_000).subtract(takes) : new BigDecimal(10_000));
        assertThat(flight.refused().stream()
                        .map(each -> each.missing().toPlainString())
                        .toList())
                .isEqualTo(flies ? List.of() : List.of("1"));
    }

    @Test
    void b13_others_fly_on_what_they_hold() {
        Card card = Card.of("miles-on-credit").holding("10000", "miles");

        card.redeems("10001", "flight for miles");

        assertThat(card.holds("flights")).isZero();
    }
}
