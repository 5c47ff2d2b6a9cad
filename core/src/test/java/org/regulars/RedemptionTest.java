package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member asks for a reward, at the till or alone. */
class RedemptionTest {

    private static final Instant JOINED = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");

    /** Several rewards at several prices. */
    private static final String LADDER = """
            rule "25 stars: a shot of syrup"
            when
                Redemption( reward == "syrup" )
            then
                insert( FreeItem.of( 1, "syrup" ).costing( 25, "stars" ) );
            end

            rule "100 stars: a coffee"
            when
                Redemption( reward == "coffee" )
            then
                insert( FreeItem.of( 1, "coffee" ).costing( 100, "stars" ) );
            end

            rule "300 stars: a sandwich"
            when
                Redemption( reward == "sandwich" )
            then
                insert( FreeItem.of( 1, "sandwich" ).costing( 300, "stars" ) );
            end

            rule "400 stars: a mug"
            when
                Redemption( reward == "mug" )
            then
                insert( FreeItem.gift( 1, "mug" ).costing( 400, "stars" ) );
            end
            """;

    @ParameterizedTest(name = "{0} at {1} stars")
    @CsvSource({"syrup, 25, 1.20", "coffee, 100, 4.50", "sandwich, 300, 8.00", "mug, 400, 0"})
    void every_step_of_the_ladder_is_given_for_its_price_and_refused_one_star_below(
            String reward, long price, String value) {
        try (RuleSet rules = RuleSet.fromText(LADDER)) {
            Outcome given = decide(rules, price, breakfast().redeeming(reward));
            assertThat(given.spent("stars")).isEqualByComparingTo(BigDecimal.valueOf(price));
            assertThat(given.granted()).singleElement().satisfies(granted -> {
                assertThat(granted.what()).isEqualTo(reward);
                assertThat(granted.value()).isEqualByComparingTo(value);
            });
            assertThat(given.refused()).isEmpty();

            Refused refused = decide(rules, price - 1, breakfast().redeeming(reward))
                    .refused()
                    .get(0);
            assertThat(refused.reason()).isEqualTo(Refused.Reason.COST_MISSING);
            assertThat(refused.missing()).isEqualByComparingTo("1");
            assertThat(refused.kind()).isEqualTo("stars");
        }
    }

    @Test
    void several_wishes_of_one_purchase_are_paid_one_after_the_other_and_what_is_missing_is_true() {
        try (RuleSet rules = RuleSet.fromText(LADDER)) {
            Purchase purchase =
                    breakfast().redeeming("coffee").redeeming("sandwich").redeeming("syrup");
            Outcome outcome = decide(rules, 330, purchase);

            assertThat(outcome.freeItems()).extracting(Granted::what).containsExactlyInAnyOrder("sandwich", "syrup");
            Refused refused = outcome.refused().get(0);
            assertThat(refused.offer().name()).isEqualTo("100 stars: a coffee");
            assertThat(refused.missing()).isEqualByComparingTo("70");
            assertThat(decide(rules, 330 + 69, purchase).freeItems()).hasSize(2);
            assertThat(decide(rules, 330 + 70, purchase).freeItems())
                    .extracting(Granted::what)
                    .contains("coffee");
        }
    }

    @Test
    void a_reward_redeemed_at_the_till_lowers_what_is_paid_and_so_what_is_earned() {
        try (RuleSet rules = RuleSet.fromText(LADDER + """
                rule "Two stars for every unit of money"
                when
                    $paid : Paid()
                then
                    insert( Earn.of( 2, "stars" ).times( $paid.amount() ) );
                end
                """)) {
            assertThat(decide(rules, 0, breakfast()).earned("stars")).isEqualByComparingTo("27");
            Outcome outcome = decide(rules, 100, breakfast().redeeming("coffee"));
            assertThat(outcome.earned("stars")).isEqualByComparingTo("18");
            assertThat(outcome.toPay()).isEqualByComparingTo("9.20");
        }
    }

    @Test
    void a_code_that_takes_ten_percent_off_lowers_the_points() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Code TEN: 10 percent off"
                when
                    Redemption( reward == "TEN" )
                then
                    insert( Discount.percent( 10 ) );
                end
                rule "10 points for every unit of money"
                when
                    $paid : Paid()
                then
                    insert( Earn.of( 10, "points" ).times( $paid.amount() ) );
                end
                """)) {
            Purchase purchase = Purchase.of("p", NOW, "USD").with(1, "shoes", "shoes", "70.00");
            assertThat(decide(rules, 0, purchase.redeeming("TEN")).earned("points"))
                    .isEqualByComparingTo("630");
        }
    }

    @Test
    void alone_a_reward_becomes_a_right_for_the_next_visit_and_a_gift_is_handed_over() {
        try (RuleSet rules = RuleSet.fromText(LADDER)) {
            Outcome right = decide(rules, 120, Redemption.of("r", NOW, "coffee"));
            assertThat(right.granted()).singleElement().satisfies(granted -> {
                assertThat(granted.sort()).isEqualTo(Granted.Sort.CLAIM);
                assertThat(granted.what()).isEqualTo("coffee");
            });
            assertThat(right.spent("stars")).isEqualByComparingTo("100");
            Outcome visit = LoyaltyEngine.with(rules).decide(right.memberAfter(), breakfast());
            assertThat(visit.freeItems()).extracting(Granted::what).containsExactly("coffee");
            assertThat(visit.spent("stars")).isZero();

            Outcome gift = decide(rules, 400, Redemption.of("r", NOW, "mug"));
            assertThat(gift.granted()).extracting(Granted::sort).containsExactly(Granted.Sort.GIFT);
            Refused missing =
                    decide(rules, 399, Redemption.of("r", NOW, "mug")).refused().get(0);
            assertThat(missing.missing()).isEqualByComparingTo("1");
        }
    }

    @Test
    void alone_what_is_taken_off_a_purchase_is_refused_and_costs_nothing() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Five off"
                when Redemption( reward == "off" ) then insert( Discount.amount( 5 ).costing( 5, "stars" ) ); end
                rule "Delivery"
                when Redemption( reward == "off" ) then insert( FreeShipping.of().costing( 5, "stars" ) ); end
                rule "Stars pay"
                when Redemption( reward == "off" ) then insert( PayWith.each( 1, "stars" ) ); end
                rule "Three for two"
                when Redemption( reward == "off" ) then insert( FreeItem.of( 1, "pens" ).after( 2 ).repeatedly() ); end
                rule "A word"
                when Redemption( reward == "off" ) then insert( Benefit.of( "a word" ).costing( 5, "stars" ) ); end
                """)) {
            Outcome outcome = decide(rules, 50, Redemption.of("r", NOW, "off"));

            assertThat(outcome.benefits()).containsExactly("a word");
            assertThat(outcome.spent("stars")).isEqualByComparingTo("5");
            assertThat(outcome.refused()).hasSize(4).allSatisfy(refused -> {
                assertThat(refused.reason()).isEqualTo(Refused.Reason.NOTHING_TO_APPLY_TO);
                assertThat(refused.explanation())
                        .isEqualTo("there is no purchase to take it off. Maybe redeem it at the till?");
            });
        }
    }

    @Test
    void points_become_vouchers_on_request() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Kind" when Program() then insert( Kind.of( "vouchers" ).decimals( 2 ) ); end
                rule "Vouchers from 150 stars, in steps of 50"
                when
                    $wish : Redemption( reward == "vouchers" )
                then
                    insert( Convert.of( 50, "stars" ).into( "0.50", "vouchers" ).repeatedly().atLeast( 150 )
                        .atMost( $wish.amount() ) );
                end
                """)) {
            Outcome outcome = decide(rules, 265, Redemption.of("r", NOW, 1000, "vouchers"));
            assertThat(outcome.memberAfter().balance("vouchers")).isEqualByComparingTo("2.50");
            assertThat(outcome.memberAfter().balance("stars")).isEqualByComparingTo("15");
            assertThat(decide(rules, 149, Redemption.of("r", NOW, 1000, "vouchers"))
                            .refused()
                            .get(0)
                            .missing())
                    .isEqualByComparingTo("1");
        }
    }

    @Test
    void a_wish_that_no_rule_answers_is_refused_and_the_nearest_reward_named() {
        try (RuleSet rules = RuleSet.fromText(LADDER)) {
            for (Event event : List.of(breakfast().redeeming("cofee"), Redemption.of("r", NOW, "cofee"))) {
                Outcome outcome = decide(rules, 1000, event);
                assertThat(outcome.refused()).singleElement().satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(Refused.Reason.NOT_OFFERED);
                    assertThat(refused.offer()).isEqualTo(new Offer("cofee", "", 0, "cofee"));
                    assertThat(refused.what()).isEqualTo("cofee");
                    assertThat(refused.explanation())
                            .isEqualTo("no rule offers \"cofee\" as things are. Maybe \"coffee\"?");
                });
                assertThat(outcome.granted()).isEmpty();
            }
        }
    }

    @Test
    void a_wish_is_refused_even_if_no_rule_speaks_of_wishes_at_all() {
        try (RuleSet rules =
                RuleSet.fromText("rule \"Lounge\" when Purchase() then insert( Benefit.of( \"x\" ) ); end")) {
            assertThat(decide(rules, 0, breakfast().redeeming("mug"))
                            .refused()
                            .get(0)
                            .explanation())
                    .isEqualTo("no rule offers \"mug\" as things are");
        }
    }

    @Test
    void a_wish_is_answered_by_any_rule_that_speaks_of_it_whenever_it_runs() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Asked for with exists"
                when Purchase() exists Redemption( reward == "lounge" ) then insert( Benefit.of( "lounge" ) ); end
                rule "Answered when it is paid"
                when Redemption( reward == "double" ) Paid() then insert( Benefit.of( "double" ) ); end
                rule "Answered when all is counted"
                when Redemption( reward == "seat" ) Balance( kind == "stars", amount >= 5 )
                then insert( Benefit.of( "seat" ) ); end
                rule "Says nothing of the mug"
                when Redemption( reward == "seat" ) not Redemption( reward == "mug" )
                then insert( Benefit.of( "no mug" ) ); end
                """)) {
            Outcome outcome = decide(
                    rules,
                    5,
                    breakfast()
                            .redeeming("lounge")
                            .redeeming("double")
                            .redeeming("seat")
                            .redeeming("mug"));
            assertThat(outcome.benefits()).containsExactlyInAnyOrder("lounge", "double", "seat");
            assertThat(outcome.refused()).extracting(Refused::what).containsExactly("mug");
        }
    }

    @Test
    void of_a_group_the_best_reward_counts_with_a_wish_alone_too() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "One coffee"
                when Redemption( reward == "treat" ) then insert( FreeItem.of( 1, "coffee" ).bestOf( "treats" ) ); end
                rule "Two coffees"
                when Redemption( reward == "treat" ) then insert( FreeItem.of( 2, "coffee" ).bestOf( "treats" ) ); end
                rule "Five off"
                when Redemption( reward == "treat" ) then insert( Discount.amount( 5 ).bestOf( "treats" ) ); end
                """)) {
            Outcome outcome = decide(rules, 0, Redemption.of("r", NOW, "treat"));
            assertThat(outcome.granted())
                    .extracting(granted -> granted.offer().name())
                    .containsExactly("Two coffees");
            assertThat(outcome.refused())
                    .extracting(Refused::reason)
                    .containsExactlyInAnyOrder(Refused.Reason.NOT_THE_BEST, Refused.Reason.NOTHING_TO_APPLY_TO);
        }
    }

    @ParameterizedTest(name = "{0} of ''{1}''")
    @CsvSource({
        "1, ' ', without saying which",
        "0, mug, is nothing",
        "-1, mug, is below zero",
        "1e30, mug, more than 18 digits"
    })
    void a_wish_that_cannot_be_is_refused(BigDecimal amount, String reward, String says) {
        try (RuleSet rules = RuleSet.fromText(LADDER)) {
            for (Event event :
                    List.of(breakfast().redeeming(amount, reward), Redemption.of("r", NOW, amount, reward))) {
                assertThatThrownBy(() -> decide(rules, 0, event))
                        .isInstanceOf(EventRefusedException.class)
                        .hasMessageContaining(says)
                        .hasMessageContaining("Maybe");
            }
        }
    }

    private static Purchase breakfast() {
        return Purchase.of("p", NOW, "EUR")
                .with(1, "latte", "coffee", "4.50")
                .with(1, "syrup", "extras", "1.20")
                .with(1, "club", "sandwich", "8.00");
    }

    private static Outcome decide(RuleSet rules, long stars, Event event) {
        Member ana = Member.of("ana", JOINED);
        return LoyaltyEngine.with(rules).decide(stars == 0 ? ana : ana.holding(stars, "stars"), event);
    }

    @Test
    void a_cost_can_come_from_what_is_asked_for() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Miles for a good cause" when $gift : Redemption( reward == "gift" )
                then insert( Benefit.of( "thanks" ).costing( $gift.amount(), "miles" ) ); end
                """)) {
            given(rules)
                    .holding(700, "miles")
                    .redeems(500, "gift")
                    .gives("thanks")
                    .spends(500, "miles")
                    .leaves(200, "miles");
        }
    }
}
