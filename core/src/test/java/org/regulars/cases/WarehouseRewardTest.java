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

/** Part 5: a reward of two percent a year, with a cap, for those who pay for it. */
class WarehouseRewardTest {

    @ParameterizedTest(name = "{0}: {1}, at most {2} a year: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | bought         | at most | reward
            5.1    | 3000.00        | 1250    | 60.00
            5.1    | 6000.00        | 1250    | 120.00
            5.1    | 9600.00        | 1250    | 192.00
            5.1    | 15000.00       | 1250    | 300.00
            5.1    | 30000.00       | 1250    | 600.00
            5.2    | 50040.00       | 1000    | 1000.00
            5.2    | 50040.00       | 1250    | 1000.80
            5.3    | 62500.00       | 1250    | 1250.00
            5.3    | 70000.00       | 1250    | 1250.00
            """)
    void two_percent_of_a_year_up_to_the_cap(String number, BigDecimal bought, String atMost, BigDecimal reward) {
        Card card = executive(atMost);
        // Over three receipts, so that the cap cuts across them.
        BigDecimal third = bought.multiply(new BigDecimal("0.3"));
        for (BigDecimal part : List.of(third, third, bought.subtract(third).subtract(third))) {
            buys(card, "primary", line("food", part));
        }

        assertThat(rewardOf(card)).isEqualByComparingTo(reward);
        assertThat(card.on("2026-06-01").buys("1 food 100.00").earned("coming reward"))
                .as("what no cardholder buys")
                .isZero();
    }

    @ParameterizedTest(name = "{0}: {1} bought, {2} of it brought back: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | receipts            | brought back | reward
            5.4    | 1000.00, 62000.00   | 1            | 1240.00
            5.4    | 62000.00, 1000.00   | 2            | 1240.00
            5.4    | 40000.00, 1000.00, 22000.00 | 2    | 1240.00
            """)
    void what_is_brought_back_is_taken_off_before_the_cap(
            String number, String receipts, int broughtBack, BigDecimal reward) {
        Card card = executive("1250");
        List<Outcome> bought = new ArrayList<>();
        for (String receipt : receipts.split(", ")) {
            bought.add(buys(card, "primary", line("food", new BigDecimal(receipt))));
        }

        card.on("2025-09-01").returns(bought.get(broughtBack - 1));

        assertThat(rewardOf(card)).isEqualByComparingTo(reward);
    }

    @Test
    void p5_4_a_line_of_the_very_receipt_that_the_cap_cut() {
        Card card = executive("1250");
        Outcome bought = buys(
                card,
                "primary",
                line("food", new BigDecimal("62000.00")),
                line("furniture", new BigDecimal("1000.00")));
        assertThat(bought.earned("coming reward")).isEqualByComparingTo("1250");

        card.on("2025-09-01").returns(bought, Return.line(2));

        assertThat(rewardOf(card)).isEqualByComparingTo("1240.00");
    }

    @Test
    void p5_5_fuel_tobacco_and_taxes_do_not_count() {
        Card card = executive("1250");

        Outcome bought =
                buys(card, "primary", Card.lines("1 fuel 80.00 + 1 tobacco 20.00 + 1 food 100.00 + 1 tax 8.00"));

        assertThat(bought.earned("coming reward")).isEqualByComparingTo("2.00");
        assertThat(rewardOf(card)).isEqualByComparingTo("2.00");
    }

    @ParameterizedTest(name = "{0}: with the household holder removed, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | removed | reward
            5.6    | false   | 300.00
            5.7    | true    | 200.00
            """)
    void only_the_primary_and_the_household_holder_count(String number, boolean removed, BigDecimal reward) {
        Card card = executive("1250");
        buys(card, "primary", line("food", new BigDecimal("10000.00")));
        Outcome household = buys(card, "household", line("food", new BigDecimal("5000.00")));
        buys(card, "affiliate", line("food", new BigDecimal("3000.00")));

        if (removed) {
            card.on("2025-12-01").returns(household);
        }

        assertThat(rewardOf(card)).isEqualByComparingTo(reward);
    }

    @Test
    void p5_8_what_was_bought_before_the_upgrade_does_not_count() {
        Card card = goldStar("1250");
        card.on("2025-03-01");
        buys(card, "primary", line("food", new BigDecimal("4000.00")));
        card.on("2025-04-01").does("upgraded");
        buys(card, "primary", line("food", new BigDecimal("6000.00")));

        assertThat(rewardOf(card)).isEqualByComparingTo("120.00");
    }

    @Test
    void p5_9_who_gives_the_membership_up_a_day_too_early_gets_nothing() {
        Card card = executive("1250");
        buys(card, "primary", line("food", new BigDecimal("6000.00")));

        card.on("2026-01-14").does("downgraded");

        assertThat(card.holds("coming reward")).isZero();
        assertThat(rewardOf(card)).isZero();
        assertThat(card.tier()).isEqualTo("Gold Star");
    }

    @ParameterizedTest(name = "{0}: {1} brings {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | bought  | exactly
            5.10   | 3249.99 | 64.9998
            5.10   | 3250.00 | 65
            """)
    void an_upgrade_for_65_pays_from_3250_on(String number, BigDecimal bought, BigDecimal exactly) {
        Card card = executive("1250");

        buys(card, "primary", line("food", bought));

        assertThat(card.holds("coming reward")).isEqualByComparingTo(exactly);
    }

    private static Card goldStar(String atMost) {
        return Card.of("warehouse-reward", "warehouse-reward-up-to-" + atMost).joined("2025-01-15");
    }

    private static Card executive(String atMost) {
        Card card = goldStar(atMost);
        card.on("2025-01-15").does("upgraded");
        card.on("2025-06-01");
        return card;
    }

    private static Line line(String category, BigDecimal amount) {
        return Line.totalling(BigDecimal.ONE, category, category, amount.setScale(2));
    }

    private static Outcome buys(Card card, String cardholder, Line... lines) {
        Purchase purchase = card.receipt().with("cardholder", cardholder);
        for (Line line : lines) {
            purchase = purchase.with(line);
        }
        return card.decides(purchase);
    }

    /** What is given on the anniversary. */
    private static BigDecimal rewardOf(Card card) {
        card.at("2026-01-15T00:00").waits();
        return card.holds("reward");
    }
}
