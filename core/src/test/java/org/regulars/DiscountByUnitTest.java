package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.testing.OutcomeAssert;

/** Money off a unit, a litre, or a whole step. */
class DiscountByUnitTest {

    private static final String FUEL = "Fuel: 0.10 off each litre, at most 5.00";
    private static final String STEPS = "5 off for every 50";

    private static final RuleSet RULES = RuleSet.fromText("""
            rule "Fuel: 0.10 off each litre, at most 5.00"
            when $fuel : Item( category == "fuel" )
            then insert( Discount.amount( "0.10" ).forEach( $fuel ).upTo( "5.00" ) ); end
            rule "5 off for every 50"
            when $basket : Purchase( total >= 1, text( "coupon" ) == "STEPS" )
            then insert( Discount.amount( 5 ).forEvery( 50, $basket.total() ) ); end
            rule "1.50 off each bottle of wine"
            when $basket : Purchase( has( "wine" ) )
            then insert( Discount.amount( "1.50" ).times( $basket.quantityOf( "wine" ) ).on( "wine" ) ); end
            """);

    @ParameterizedTest(name = "{0} litres for {1}: {2} off, {3}")
    @CsvSource({
        "28.0, 47.60, 2.80, 0.1 x 28",
        "28.44, 47.60, 2.84, '0.1 x 28.44 = 2.844, rounded half up'",
        "28.45, 47.60, 2.85, '0.1 x 28.45 = 2.845, rounded half up'",
        "49.99, 80.00, 5.00, '0.1 x 49.99 = 4.999, rounded half up; at most 5.00'",
        "60, 96.00, 5.00, 0.1 x 60; at most 5.00",
        "20, 1.50, 1.50, 0.1 x 20; no more was left to pay",
    })
    void each_litre_brings_its_part_rounded_to_the_cent_in_the_end(
            BigDecimal litres, BigDecimal price, String off, String how) {
        OutcomeAssert filled = given(RULES).buys(Line.totalling(litres, "diesel", "fuel", price));

        filled.discounts(off).because(FUEL);
        assertThat(filled.outcome().explain()).contains(how);
    }

    @ParameterizedTest(name = "{0}: {1} off")
    @CsvSource({"50.00, 5.00", "99.99, 5.00", "100.00, 10.00"})
    void a_step_counts_when_it_is_whole(String total, String off) {
        given(RULES).by("coupon", "STEPS").buys(1, "lamp", total).discounts(off).because(STEPS);
    }

    @Test
    void without_a_whole_step_nothing_comes_off_and_the_receipt_says_why() {
        OutcomeAssert small = given(RULES).by("coupon", "STEPS").buys(1, "lamp", "49.99");

        small.discounts("0.00");
        assertThat(small.outcome().refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.TOO_LITTLE))
                .satisfies(refused -> assertThat(refused.explanation())
                        .isEqualTo("there is not a whole 50 in 49.99 to take something off for"));
    }

    @Test
    void a_number_of_bottles_takes_off_what_they_are_for() {
        given(RULES)
                .buys(Line.of(2, "Rioja", "wine", "9.00"), Line.of(1, "bread", "bakery", "3.00"))
                .discounts("3.00")
                .leavesToPay("18.00");
    }

    @Test
    void litres_that_come_back_take_their_part_of_the_discount_with_them() {
        Outcome bought = given(RULES)
                .buys(Line.totalling(new BigDecimal("30"), "canisters", "fuel", new BigDecimal("60.00")))
                .outcome();
        Outcome back = LoyaltyEngine.with(RULES)
                .reverse(
                        bought.memberAfter(),
                        bought,
                        Return.of("r", bought.event().instant(), Return.line(1, "10")));

        assertThat(back.refund()).isEqualByComparingTo("19.00");
    }

    @Test
    void a_percentage_of_units_is_refused_when_the_rule_runs() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Odd" when $fuel : Item( category == "fuel" )
                then insert( Discount.percent( 10 ).forEach( $fuel ) ); end
                """)) {
            assertThatThrownBy(() -> given(rules).buys(1, "fuel", "10.00"))
                    .isInstanceOf(EventRefusedException.class)
                    .hasMessageContaining("A percentage needs no number of units");
        }
    }
}
