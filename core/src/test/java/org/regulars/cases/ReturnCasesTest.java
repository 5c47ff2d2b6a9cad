package org.regulars.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.EventRefusedException;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Return;

/** Parts B and C: what comes back takes back what it gave, once, at the rate it was given at. */
class ReturnCasesTest {

    @Test
    void b17_a_full_return_takes_back_what_was_earned_after_the_coupon() {
        Card card = Card.of("points-and-a-coupon");
        Outcome bought = card.buysWith("coupon", "TEN", "1 shirt 50.00");
        assertThat(bought.earned("points")).isEqualByComparingTo("40");

        Outcome returned = card.returns(bought);

        assertThat(returned.takenBack("points")).isEqualByComparingTo("40");
        assertThat(returned.refund()).isEqualByComparingTo("40.00");
        assertThat(card.holds("points")).isZero();
    }

    @Test
    void b18_the_coupon_stays_with_what_is_kept() {
        Card card = Card.of("points-and-a-coupon");
        Outcome bought = card.buysWith("coupon", "TEN", "1 shirt 50.00 + 1 hat 20.00");
        assertThat(bought.earned("points")).isEqualByComparingTo("60");

        Outcome returned = card.returns(bought, Return.line(2));

        assertThat(returned.refund()).isEqualByComparingTo("20.00");
        assertThat(returned.takenBack("points")).isEqualByComparingTo("20");
        assertThat(card.holds("points")).isEqualByComparingTo("40");
    }

    /** Of 100 earned 40 are pending and 60 were active, of which 50 are spent. */
    @ParameterizedTest(name = "{0}: {1}: {2} taken back, {3} left to spend")
    @CsvSource(delimiter = '|', textBlock = """
            # case | kind          | taken back | balance
            B19    | mild points   | 40         | 10
            B19    | fair points   | 50         | 0
            B19    | strict points | 100        | -50
            """)
    void a_program_says_how_much_it_takes_back(String number, String kind, BigDecimal takenBack, BigDecimal balance) {
        Card card = Card.of("three-ways-to-take-back");
        Outcome bought = card.buys("1 coat 100.00");
        card.member(with(bought.memberAfter(), kind));

        Outcome cancelled = card.on("2026-01-05").returns(bought);

        assertThat(cancelled.takenBack(kind)).isEqualByComparingTo(takenBack);
        assertThat(card.holds(kind)).isEqualByComparingTo(balance);
        assertThat(card.member().pending(kind)).isZero();
    }

    /** As such a member would be stored: no award of ours is pending in part. */
    private static Member with(Member member, String kind) {
        List<Lot> lots = new ArrayList<>();
        for (Lot lot : member.lots()) {
            if (lot.kind().equals(kind)) {
                lots.add(lot.withAmount(new BigDecimal(40)));
                lots.add(new Lot("active", kind, BigDecimal.TEN, lot.earnedAt(), lot.earnedAt(), null, null));
            } else {
                lots.add(lot);
            }
        }
        return new Member(
                member.id(),
                member.joined(),
                member.asOf(),
                member.lastActive(),
                member.attributes(),
                lots,
                member.statuses(),
                member.recent(),
                member.lapsed(),
                member.counted(),
                member.returned());
    }

    @Test
    void b20_what_was_spent_before_it_came_back_is_owed_and_the_next_points_make_it_good() {
        Card card = Card.of("points-for-a-treat");
        Outcome bought = card.on("2026-01-02").buys("1 shirt 50.00");
        card.on("2026-01-03").redeems("treat");

        card.on("2026-01-04").returns(bought);
        assertThat(card.holds("points")).isEqualByComparingTo("-50");

        card.on("2026-01-05").buys("1 coat 80.00");
        assertThat(card.holds("points")).isEqualByComparingTo("30");
    }

    @Test
    void c2_buying_and_returning_five_times_leaves_nothing() {
        Card card = Card.of("one-point-for-one");
        for (int time = 1; time <= 5; time++) {
            Outcome bought = card.buys("1 book 10.00");
            assertThat(card.holds("points")).isEqualByComparingTo("10");
            card.returns(bought);
            assertThat(card.holds("points")).isZero();
        }
        assertThat(card.member().lots()).isEmpty();
    }

    @Test
    void c3_what_comes_back_goes_at_the_rate_it_came_at_though_the_rules_have_changed() {
        Card before = Card.of("one-point-for-one");
        Outcome bought = before.buys("1 coat 50.00");
        Card after = Card.of("two-points-for-one").member(bought.memberAfter());

        Outcome returned = after.on("2026-02-01").reverses(bought, Return.everything("return", after.now()));

        assertThat(returned.takenBack("points")).isEqualByComparingTo("50");
        assertThat(after.holds("points")).isZero();
    }

    @ParameterizedTest(name = "{0}: three of {1} for {2}, back one by one, with coupon {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | bought | price  | coupon
            C16    | pens   | 10.00  | none
            C16    | pens   | 10.01  | none
            C16    | pens   | 20.00  | TEN
            C16    | books  | 20.00  | BOOKS
            """)
    void three_partial_returns_add_up_to_the_whole(String number, String what, String price, String coupon) {
        Card card = Card.of("money-off");
        Outcome bought = card.buysWith("coupon", coupon, "3 " + what + " " + price);
        BigDecimal refunded = BigDecimal.ZERO;
        BigDecimal takenBack = BigDecimal.ZERO;

        for (int time = 1; time <= 3; time++) {
            Outcome returned = card.returns(bought, Return.line(1, 1));
            assertThat(returned.refund().scale()).isLessThanOrEqualTo(2);
            refunded = refunded.add(returned.refund());
            takenBack = takenBack.add(returned.takenBack("points"));
        }

        assertThat(refunded).isEqualByComparingTo(bought.toPay());
        assertThat(takenBack).isEqualByComparingTo(bought.earned("points"));
        assertThat(card.holds("points")).isZero();
    }

    @Test
    void c17_a_purchase_paid_in_part_with_points_and_called_off_leaves_the_points_there_were() {
        Card card = Card.of("points-as-money").holding("50", "points");
        Outcome bought =
                card.decides(card.receipt().with(1, "hat", "hats", "22.50").redeeming(50, "points"));
        assertThat(bought.spent("points")).isEqualByComparingTo("50");
        assertThat(bought.earned("points")).isEqualByComparingTo("21");
        assertThat(card.holds("points")).isEqualByComparingTo("21");

        Outcome cancelled = card.returns(bought);

        assertThat(cancelled.takenBack("points")).isEqualByComparingTo("21");
        assertThat(cancelled.givenBack("points")).isEqualByComparingTo("50");
        assertThat(card.holds("points")).isEqualByComparingTo("50");
    }

    @Test
    void c18_what_is_called_off_twice_is_given_back_once() {
        Card card = Card.of("points-for-a-treat").holding("80", "points");
        Outcome treat = card.redeems("treat");
        Return cancel = Return.everything("cancel-1", card.now());
        card.reverses(treat, cancel);
        assertThat(card.holds("points")).isEqualByComparingTo("80");

        for (Return again : List.of(cancel, Return.everything("cancel-2", card.now()))) {
            assertThatThrownBy(() -> card.reverses(treat, again)).isInstanceOf(EventRefusedException.class);
            assertThat(card.holds("points")).isEqualByComparingTo("80");
        }
    }

    @Test
    void c22_a_line_that_is_voided_earns_nothing() {
        Card card = Card.of("one-point-for-one");
        Outcome bought = card.buys("1 shirt 30.00 + 1 hat 20.00");

        card.returns(bought, Return.line(2));

        assertThat(card.holds("points")).isEqualByComparingTo("30");
    }
}
