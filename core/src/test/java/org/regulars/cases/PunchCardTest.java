package org.regulars.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Line;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Return;

/** Part 12: seven bought, the eighth free. */
class PunchCardTest {

    /** The columns on the right speak of the last visit. */
    @ParameterizedTest(name = "{0}: {1}, {2} stamps held, {3} visits of {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | the card              | held | visits | bought                           | paid with | off   | to pay | stamps
            12.1   | punch-card            | 0    | 7      | 1 coffee 3.00                    | cash      | 0.00  | 3.00   | 7
            12.1   | punch-card            | 0    | 8      | 1 coffee 3.00                    | cash      | 3.00  | 0.00   | 0
            12.2   | punch-card            | 0    | 1      | 8 coffee 24.00                   | cash      | 3.00  | 21.00  | 0
            12.3   | punch-card            | 0    | 1      | 7 coffee 21.00                   | cash      | 0.00  | 21.00  | 7
            12.3   | punch-card            | 0    | 1      | 8 coffee 24.00                   | cash      | 3.00  | 21.00  | 0
            12.3   | punch-card            | 0    | 1      | 9 coffee 27.00                   | cash      | 3.00  | 24.00  | 1
            12.3   | punch-card            | 0    | 1      | 15 coffee 45.00                  | cash      | 3.00  | 42.00  | 7
            12.3   | punch-card            | 0    | 1      | 16 coffee 48.00                  | cash      | 6.00  | 42.00  | 0
            12.3   | punch-card            | 0    | 1      | 50 coffee 150.00                 | cash      | 18.00 | 132.00 | 2
            12.4   | punch-card            | 7    | 1      | 1 latte 4.80 + 1 espresso 2.50   | cash      | 2.50  | 4.80   | 1
            12.5   | punch-card-up-to-5    | 7    | 1      | 1 mocha 6.20                     | cash      | 5.00  | 1.20   | 0
            12.6   | punch-card            | 6    | 1      | 1 coffee 3.00                    | gift card | 0.00  | 3.00   | 6
            12.10  | punch-card-half-price | 7    | 1      | 1 coffee 4.00                    | cash      | 2.00  | 2.00   | 1
            """)
    void seven_stamps_pay_for_a_coffee(
            String number,
            String rules,
            String held,
            int visits,
            String bought,
            String tender,
            BigDecimal off,
            BigDecimal toPay,
            BigDecimal stamps) {
        Card card = Card.of(rules);
        if (!held.equals("0")) {
            card.holding(held, "stamps");
        }
        Outcome last = null;
        for (int visit = 1; visit <= visits; visit++) {
            Purchase purchase = card.receipt().with("tender", tender);
            for (Line line : Card.lines(bought)) {
                purchase = purchase.with(Line.totalling(line.quantity(), line.name(), "coffee", line.amount()));
            }
            last = card.decides(purchase);
        }

        assertThat(last.toPay()).isEqualByComparingTo(toPay);
        assertThat(last.purchase().total().subtract(last.toPay())).isEqualByComparingTo(off);
        assertThat(card.holds("stamps")).isEqualByComparingTo(stamps);
    }

    @Test
    void p12_7_a_coffee_brought_back_takes_its_stamp_along() {
        Card card = Card.of("punch-card");
        List<Outcome> seven = buysOneByOne(card, 7);
        assertThat(card.holds("stamps")).isEqualByComparingTo("7");

        card.returns(seven.get(2));

        assertThat(card.holds("stamps")).isEqualByComparingTo("6");
        assertThat(card.buys("1 coffee 3.00").toPay()).isEqualByComparingTo("3.00");
        assertThat(card.buys("1 coffee 3.00").toPay()).isZero();
    }

    @Test
    void p12_7_of_seven_on_one_receipt_as_well() {
        Card card = Card.of("punch-card");
        Outcome seven = card.buys("7 coffee 21.00");

        card.returns(seven, Return.line(1, 1));

        assertThat(card.holds("stamps")).isEqualByComparingTo("6");
    }

    /** Whether the stamp of a coffee is owed that came back after its stamps were spent is for the rules to say. */
    @ParameterizedTest(name = "{0}: {1} leaves {2} stamps; {3} more until the next is free")
    @CsvSource(delimiter = '|', textBlock = """
            # case | the stamps are        | then | paid until one is free
            12.8   | stamps-owed           | -1   | 8
            12.8   | stamps-within-balance | 0    | 7
            12.8   | stamps-while-pending  | 0    | 7
            """)
    void a_coffee_brought_back_after_its_stamps_were_spent(
            String number, String policy, BigDecimal then, int paidUntilFree) {
        Card card = Card.of("punch-card", policy);
        card.on("2026-01-02");
        List<Outcome> seven = buysOneByOne(card, 7);
        card.on("2026-01-05");
        assertThat(card.buys("1 coffee 3.00").freeItems()).hasSize(1);
        assertThat(card.holds("stamps")).isZero();

        card.on("2026-01-06").returns(seven.get(2));
        assertThat(card.holds("stamps")).isEqualByComparingTo(then);

        for (int paid = 1; paid <= paidUntilFree; paid++) {
            card.on("2026-01-" + (10 + paid));
            assertThat(card.buys("1 coffee 3.00").freeItems())
                    .as("coffee " + paid)
                    .isEmpty();
        }
        assertThat(card.on("2026-01-25").buys("1 coffee 3.00").freeItems()).hasSize(1);
    }

    @Test
    void p12_9_the_same_purchase_handed_in_twice_is_one_stamp() {
        Card card = Card.of("punch-card");
        Outcome once = card.buys("1 coffee 3.00");

        Outcome twice = card.decides(once.event());

        assertThat(twice.repeated()).isTrue();
        assertThat(card.holds("stamps")).isEqualByComparingTo("1");
    }

    /** In this program a reward once taken stays taken; otherwise seven coffees are kept, and their stamps. */
    @Test
    void p12_11_the_free_one_brought_back_is_worth_nothing() {
        Card card = Card.of("punch-card-for-good");
        Outcome eight = card.buys("8 coffee 24.00");

        Outcome returned = card.returns(eight, Return.line(1, 1));

        assertThat(returned.refund()).isZero();
        assertThat(card.holds("stamps")).isZero();
    }

    private static List<Outcome> buysOneByOne(Card card, int coffees) {
        List<Outcome> bought = new ArrayList<>();
        for (int coffee = 1; coffee <= coffees; coffee++) {
            bought.add(card.buys("1 coffee 3.00"));
        }
        return bought;
    }
}
