package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.Return.line;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back: points, stamps, rights, tiers and money. */
class ReturnTest {

    private static final Instant JOINED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-03-06T10:00:00Z");

    private static final String POINT_A_EURO = """
            rule "1 point for every euro"
            when
                $paid : Paid()
            then
                insert( Earn.of( 1, "points" ).times( $paid.amount() ) );
            end
            """;

    private static final String PUNCH_CARD = """
            rule "1 stamp for every coffee"
            when
                $coffee : PaidItem( category == "coffee" )
            then
                insert( Earn.of( 1, "stamps" ).forEach( $coffee ) );
            end

            rule "7 stamps: the next coffee is free"
            when
                Purchase( has( "coffee" ) )
            then
                insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ).withThisPurchase().repeatedly() );
            end
            """;

    @ParameterizedTest(name = "{0} and {1}, the second comes back: {2} points of {3}")
    @CsvSource({"24.59, 10.40, 10, 34", "10.60, 10.60, 11, 21"})
    void so_much_is_taken_back_that_what_is_kept_has_earned_its_own(
            String kept, String returned, String takenBack, String earned) {
        try (RuleSet rules = RuleSet.fromText(POINT_A_EURO)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome bought = engine.decide(
                    member(), purchase("p").with(1, "coat", "goods", kept).with(1, "hat", "goods", returned));
            assertThat(bought.earned("points")).isEqualByComparingTo(earned);

            Outcome back = engine.reverse(bought.memberAfter(), bought, Return.of("r", FRIDAY, line(2)));

            assertThat(back.takenBack("points")).isEqualByComparingTo(takenBack);
            assertThat(back.refund()).isEqualByComparingTo(returned);
        }
    }

    @Test
    void points_that_are_spent_are_owed_and_the_next_credits_make_them_good_first() {
        try (RuleSet rules = RuleSet.fromText(POINT_A_EURO + """
                rule "100 points: a mug"
                when
                    Redemption( reward == "mug" )
                then
                    insert( FreeItem.gift( 1, "mug" ).costing( 100, "points" ) );
                end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome bought = engine.decide(member(), purchase("p").with(1, "coat", "goods", "120.00"));
            Outcome mug = engine.decide(bought.memberAfter(), Redemption.of("m", MONDAY, "mug"));

            Outcome back = engine.reverse(mug.memberAfter(), bought, Return.everything("r", FRIDAY));
            assertThat(back.memberAfter().balance("points")).isEqualByComparingTo("-100");
            Outcome again = engine.decide(
                    back.memberAfter(), Purchase.of("p2", FRIDAY, "EUR").with(1, "coat", "goods", "130.00"));

            assertThat(again.earned("points")).isEqualByComparingTo("130");
            assertThat(again.memberAfter().balance("points")).isEqualByComparingTo("30");
            assertThat(again.memberAfter().lots()).hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0}: {1} taken, balance {2}")
    @CsvSource({"takenBackWhilePending, 40, 10", "takenBackWithinBalance, 50, 0", "takenBackInFull, 100, -50"})
    void a_kind_says_how_much_a_return_may_take_back(String policy, String taken, String balance) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Points"
                when
                    Program()
                then
                    insert( Kind.of( "points" ).%s() );
                end
                """.formatted(policy) + POINT_A_EURO)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome bought = engine.decide(member(), purchase("p").with(1, "coat", "goods", "100.00"));
            // As another system left them: 40 of the 100 pending, and 50 of the others spent.
            Member member = bought.memberAfter();
            Lot whole = member.lots().get(0);
            Lot pending = new Lot(
                    whole.id() + " pending",
                    "points",
                    new BigDecimal(40),
                    whole.earnedAt(),
                    "2026-04-01T00:00:00Z",
                    null,
                    null);
            Member now = with(member, List.of(whole.withAmount(BigDecimal.TEN), pending));
            Outcome original = with(bought, pending);

            Outcome back = engine.reverse(now, original, Return.everything("r", FRIDAY));

            assertThat(back.takenBack("points")).isEqualByComparingTo(taken);
            assertThat(back.memberAfter().balance("points")).isEqualByComparingTo(balance);
        }
    }

    @Test
    void buying_and_returning_again_and_again_leaves_nothing() {
        try (RuleSet rules = RuleSet.fromText(POINT_A_EURO)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Member member = member();
            for (int i = 0; i < 5; i++) {
                Outcome bought = engine.decide(member, purchase("p" + i).with(1, "pen", "goods", "10.00"));
                member = engine.reverse(bought.memberAfter(), bought, Return.everything("r" + i, MONDAY))
                        .memberAfter();
                assertThat(member.balance("points")).isZero();
                assertThat(member.lots()).isEmpty();
            }
        }
    }

    @Test
    void points_are_taken_back_as_they_were_given_though_the_rules_have_changed_since() {
        try (RuleSet then = RuleSet.fromText(POINT_A_EURO);
                RuleSet now = RuleSet.fromText(POINT_A_EURO.replace("Earn.of( 1,", "Earn.of( 2,"))) {
            Outcome bought = LoyaltyEngine.with(then)
                    .decide(
                            member(),
                            purchase("p")
                                    .with(3, "pen", "goods", "10.00")
                                    .with(1, "ink", "goods", "20.00")
                                    .shipping("5.00"));
            LoyaltyEngine engine = LoyaltyEngine.with(now);

            Outcome ink = engine.reverse(bought.memberAfter(), bought, Return.of("r1", FRIDAY, line(2)));
            Outcome pen = engine.reverse(ink.memberAfter(), bought, Return.of("r2", FRIDAY, line(1, 1)));
            Outcome rest = engine.reverse(pen.memberAfter(), bought, Return.everything("r3", FRIDAY));

            assertThat(ink.takenBack("points")).isEqualByComparingTo("20");
            assertThat(ink.reversal().prorated()).isTrue();
            assertThat(ink.refund()).isEqualByComparingTo("20");
            assertThat(pen.takenBack("points")).isEqualByComparingTo("10");
            assertThat(rest.takenBack("points")).isEqualByComparingTo("20");
            assertThat(rest.refund()).isEqualByComparingTo("25");
            assertThat(rest.memberAfter().lots()).isEmpty();
        }
    }

    @Test
    void partial_returns_in_any_order_come_to_the_same_and_to_the_last_cent() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Cashback in cents"
                when
                    Program()
                then
                    insert( Kind.of( "cashback" ).decimals( 2 ).roundedHalfUp() );
                end

                rule "A third back"
                when
                    $paid : Paid()
                then
                    insert( Earn.of( "0.3333", "cashback" ).times( $paid.amount() ) );
                end

                rule "10 off from 30"
                when
                    Purchase( total >= 30 )
                then
                    insert( Discount.amount( 10 ) );
                end
                """ + PUNCH_CARD)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Purchase purchase = purchase("p")
                    .with(Line.totalling(new BigDecimal(3), "pens", "goods", new BigDecimal("10.00")))
                    .with(8, "latte", "coffee", "3.50")
                    .with(Line.totalling(new BigDecimal("0.482"), "apples", "fresh", new BigDecimal("1.93")));
            Outcome bought = engine.decide(member(), purchase);
            List<Return.Part> parts = List.of(
                    line(1, 1),
                    line(1, 1),
                    line(1, 1),
                    line(2, 3),
                    line(2, 1),
                    line(2, 4),
                    line(3, "0.2"),
                    line(3, "0.282"));
            for (int seed = 0; seed < 20; seed++) {
                List<Return.Part> shuffled = new ArrayList<>(parts);
                Collections.shuffle(shuffled, new Random(seed));
                Member member = bought.memberAfter();
                BigDecimal refunds = BigDecimal.ZERO;
                for (Return.Part part : shuffled) {
                    String id = "r" + member.recent().size();
                    Outcome back = engine.reverse(member, bought, Return.of(id, FRIDAY, part));
                    refunds = refunds.add(back.reversal().toPayBefore())
                            .subtract(back.reversal().toPayAfter());
                    member = back.memberAfter();
                }
                assertThat(member.lots()).isEmpty();
                assertThat(refunds).isEqualByComparingTo(bought.toPay());
            }
        }
    }

    @Test
    void of_seven_stamps_one_goes_when_its_coffee_comes_back() {
        try (RuleSet rules = RuleSet.fromText(PUNCH_CARD)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome bought = engine.decide(member(), purchase("p").with(7, "latte", "coffee", "3.00"));

            Outcome back = engine.reverse(bought.memberAfter(), bought, Return.of("r", FRIDAY, line(1, 1)));

            assertThat(back.memberAfter().balance("stamps")).isEqualByComparingTo("6");
            assertThat(back.refund()).isEqualByComparingTo("3.00");
        }
    }

    @Test
    void a_free_coffee_that_was_had_is_paid_for_by_the_next_stamps() {
        try (RuleSet rules = RuleSet.fromText(PUNCH_CARD)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome seven = engine.decide(member(), purchase("p").with(7, "latte", "coffee", "3.00"));
            Outcome free = engine.decide(seven.memberAfter(), purchase("p2").with(1, "latte", "coffee", "3.00"));
            assertThat(free.toPay()).isZero();

            Outcome back = engine.reverse(free.memberAfter(), seven, Return.of("r", FRIDAY, line(1, 1)));
            assertThat(back.memberAfter().balance("stamps")).isEqualByComparingTo("-1");
            Member member = back.memberAfter();
            for (int visit = 1; visit <= 8; visit++) {
                Outcome more = engine.decide(
                        member, Purchase.of("v" + visit, FRIDAY, "EUR").with(1, "latte", "coffee", "3.00"));
                assertThat(more.freeItems()).isEmpty();
                member = more.memberAfter();
            }
            assertThat(member.balance("stamps")).isEqualByComparingTo("7");
        }
    }

    @Test
    void a_free_unit_brought_back_is_undone_with_the_rest_unless_the_reward_stays_taken() {
        String forGood = PUNCH_CARD.replace(".repeatedly()", ".repeatedly().spentForGood()");
        try (RuleSet undone = RuleSet.fromText(PUNCH_CARD);
                RuleSet taken = RuleSet.fromText(forGood)) {
            for (RuleSet rules : List.of(undone, taken)) {
                LoyaltyEngine engine = LoyaltyEngine.with(rules);
                Outcome bought = engine.decide(
                        member(),
                        purchase("p").with(7, "latte", "coffee", "3.00").with(1, "espresso", "coffee", "2.00"));
                Outcome espresso = engine.reverse(bought.memberAfter(), bought, Return.of("r", FRIDAY, line(2)));
                assertThat(espresso.refund()).isZero();
                assertThat(espresso.memberAfter().balance("stamps")).isEqualByComparingTo(rules == undone ? "7" : "0");
                refuses(
                        () -> engine.reverse(espresso.memberAfter(), bought, Return.of("r2", FRIDAY, line(2))),
                        "Nothing is kept any more of line 2");

                // Once a latte comes back too, there was no eighth coffee to be free.
                Outcome latte = engine.reverse(espresso.memberAfter(), bought, Return.of("r2", FRIDAY, line(1, 1)));
                assertThat(latte.refund()).isEqualByComparingTo("3.00");
                assertThat(latte.memberAfter().balance("stamps")).isEqualByComparingTo("6");
            }
        }
    }

    @Test
    void what_was_paid_for_a_unit_free_up_to_a_bound_is_paid_back_though_the_reward_stays_taken() {
        String forGood = PUNCH_CARD.replace(".repeatedly()", ".upTo( 2 ).repeatedly().spentForGood()");
        try (RuleSet rules = RuleSet.fromText(forGood)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome bought = engine.decide(
                    member().holding(14, "stamps"),
                    purchase("p")
                            .with(2, "mocha", "coffee", "3.55")
                            .with(1, "cake", "cake", "4.00")
                            .shipping("1.00"));
            assertThat(bought.toPay()).isEqualByComparingTo("8.10");

            Outcome mocha = engine.reverse(bought.memberAfter(), bought, Return.of("r", FRIDAY, line(1, 1)));
            assertThat(mocha.refund()).isEqualByComparingTo("1.55");
            Outcome mochas = engine.reverse(mocha.memberAfter(), bought, Return.of("r2", FRIDAY, line(1, 1)));
            assertThat(mochas.refund()).isEqualByComparingTo("1.55");
            assertThat(mochas.explain()).contains("cake").contains("to pay                                     5.00");
            Outcome all = engine.reverse(mochas.memberAfter(), bought, Return.everything("r3", FRIDAY));
            assertThat(all.refund()).isEqualByComparingTo("5.00");
            assertThat(all.memberAfter().balance("stamps")).isZero();
            assertThat(all.explain()).contains("Refund: 5.00");
        }
    }

    @Test
    void a_right_given_and_the_stamps_it_cost_go_both_ways() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "1 stamp for every coffee"
                when
                    $coffee : PaidItem( category == "coffee" )
                then
                    insert( Earn.of( 1, "stamps" ).forEach( $coffee ) );
                end

                rule "7 stamps: a coffee free next time"
                when
                    Balance( kind == "stamps", amount >= 7 )
                then
                    insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ) );
                end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome bought = engine.decide(member(), purchase("p").with(7, "latte", "coffee", "3.00"));
            assertThat(bought.memberAfter().balance("free coffee")).isEqualByComparingTo("1");

            Outcome unused = engine.reverse(bought.memberAfter(), bought, Return.of("r", FRIDAY, line(1, 2)));
            assertThat(unused.memberAfter().balance("free coffee")).isZero();
            assertThat(unused.memberAfter().balance("stamps")).isEqualByComparingTo("5");
            assertThat(unused.givenBack("stamps")).isEqualByComparingTo("7");
            assertThat(unused.takenBack("stamps")).isEqualByComparingTo("2");

            Outcome used = engine.decide(bought.memberAfter(), purchase("p2").with(1, "tea", "coffee", "2.00"));
            Outcome after = engine.reverse(used.memberAfter(), bought, Return.of("r", FRIDAY, line(1, 2)));
            assertThat(after.memberAfter().balance("free coffee")).isEqualByComparingTo("-1");
            assertThat(after.memberAfter().balance("stamps")).isEqualByComparingTo("5");

            Outcome withoutTea = engine.reverse(used.memberAfter(), used, Return.everything("r", FRIDAY));
            assertThat(withoutTea.memberAfter()).satisfies(member -> {
                assertThat(member.balance("free coffee")).isEqualByComparingTo("1");
                assertThat(member.lots().stream().filter(lot -> lot.claim() != null))
                        .hasSize(1);
            });
        }
    }

    @Test
    void a_redemption_called_off_gives_the_points_back_once_as_they_were() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Points live a month"
                when
                    Program()
                then
                    insert( Kind.of( "points" ).expiresAfterMonths( 1 ) );
                end

                rule "50 points: a mug"
                when
                    Redemption( reward == "mug" )
                then
                    insert( FreeItem.gift( 1, "mug" ).costing( 50, "points" ) );
                end
                """ + POINT_A_EURO)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome fifty = engine.decide(member(), purchase("p").with(1, "coat", "goods", "50.00"));
            Outcome mug = engine.decide(fifty.memberAfter(), Redemption.of("m", MONDAY, "mug"));
            Outcome more = engine.decide(mug.memberAfter(), purchase("p2").with(1, "hat", "goods", "21.00"));
            Outcome less = engine.reverse(more.memberAfter(), more, Return.everything("r1", FRIDAY));
            Outcome off = engine.reverse(less.memberAfter(), mug, Return.everything("r2", FRIDAY));

            assertThat(off.memberAfter().balance("points")).isEqualByComparingTo("50");
            assertThat(off.memberAfter().lots()).isEqualTo(fifty.memberAfter().lots());
            refuses(
                    () -> engine.reverse(off.memberAfter(), mug, Return.everything("r2", FRIDAY)),
                    "taken back before, and nothing comes back twice");
            refuses(
                    () -> engine.reverse(off.memberAfter(), mug, Return.everything("r3", FRIDAY)),
                    "'m' was called off before");

            // Called off when they would have lapsed, they have.
            Instant may = Instant.parse("2026-05-01T00:00:00Z");
            Outcome late = engine.reverse(less.memberAfter(), mug, Return.everything("r2", may));
            assertThat(late.givenBack("points")).isEqualByComparingTo("50");
            assertThat(late.expired("points")).isEqualByComparingTo("50");
            assertThat(late.memberAfter().balance("points")).isZero();
        }
    }

    @Test
    void points_that_have_lapsed_meanwhile_are_not_taken_twice() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Points live a month"
                when
                    Program()
                then
                    insert( Kind.of( "points" ).expiresAfterMonths( 1 ) );
                end

                rule "30 points: a pen"
                when
                    Redemption( reward == "pen" )
                then
                    insert( FreeItem.gift( 1, "pen" ).costing( 30, "points" ) );
                end
                """ + POINT_A_EURO)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome bought = engine.decide(member(), purchase("p").with(1, "coat", "goods", "100.00"));
            Outcome pen = engine.decide(bought.memberAfter(), Redemption.of("m", MONDAY, "pen"));

            Outcome back = engine.reverse(
                    pen.memberAfter(), bought, Return.everything("r", Instant.parse("2026-05-01T00:00:00Z")));

            assertThat(back.expired("points")).isEqualByComparingTo("70");
            assertThat(back.takenBack("points")).isEqualByComparingTo("30");
            assertThat(back.reversal().kinds().get(0).lapsed()).isEqualByComparingTo("70");
            assertThat(back.memberAfter().balance("points")).isEqualByComparingTo("-30");
        }
    }

    @Test
    void a_discount_stays_with_what_is_kept_and_the_refund_is_what_the_rest_costs_less() {
        try (RuleSet rules = RuleSet.fromText(POINT_A_EURO + """
                rule "Coupon: 10 off"
                when
                    Purchase( text( "coupon" ) == "TEN" )
                then
                    insert( Discount.amount( 10 ) );
                end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome bought = engine.decide(
                    member(),
                    purchase("p")
                            .with(1, "coat", "goods", "50.00")
                            .with(1, "hat", "goods", "20.00")
                            .with("coupon", "TEN"));
            assertThat(bought.earned("points")).isEqualByComparingTo("60");

            Outcome hat = engine.reverse(bought.memberAfter(), bought, Return.of("r", FRIDAY, line(2)));
            assertThat(hat.takenBack("points")).isEqualByComparingTo("20");
            assertThat(hat.refund()).isEqualByComparingTo("20.00");
            Outcome coat = engine.reverse(hat.memberAfter(), bought, Return.of("r2", FRIDAY, line(1)));
            assertThat(coat.takenBack("points")).isEqualByComparingTo("40");
            assertThat(coat.refund()).isEqualByComparingTo("40.00");
        }
    }

    @Test
    void money_can_be_paid_back_while_the_goods_are_kept() {
        try (RuleSet rules = RuleSet.fromText(POINT_A_EURO)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome bought = engine.decide(member(), purchase("p").with(2, "coat", "goods", "50.00"));

            Outcome scratched =
                    engine.reverse(bought.memberAfter(), bought, Return.of("r1", FRIDAY, Return.money(1, "15.00")));
            assertThat(scratched.refund()).isEqualByComparingTo("15");
            assertThat(scratched.takenBack("points")).isEqualByComparingTo("15");
            Outcome one = engine.reverse(scratched.memberAfter(), bought, Return.of("r2", FRIDAY, line(1, 1)));
            assertThat(one.refund()).isEqualByComparingTo("42.50");
            assertThat(one.memberAfter().balance("points")).isEqualByComparingTo("42");
        }
    }

    @Test
    void a_tier_goes_with_what_it_was_given_for_unless_the_ladder_keeps_it() {
        String rules = """
                rule "From Green to Gold"
                when
                    Program()
                then
                    insert( Tiers.of( "Green", "Gold" )%s );
                end

                rule "100 points: Gold"
                when
                    Balance( kind == "points", amount >= 100 )
                then
                    insert( Upgrade.to( "Gold" ) );
                end
                """ + POINT_A_EURO;
        try (RuleSet recomputed = RuleSet.fromText(rules.formatted(""));
                RuleSet kept = RuleSet.fromText(rules.formatted(".keptOnReturn()"))) {
            for (RuleSet each : List.of(recomputed, kept)) {
                LoyaltyEngine engine = LoyaltyEngine.with(each);
                Outcome coat = engine.decide(member(), purchase("p").with(1, "coat", "goods", "60.00"));
                Outcome hat = engine.decide(coat.memberAfter(), purchase("p2").with(1, "hat", "goods", "50.00"));
                assertThat(hat.upgrades()).containsExactly("Gold");
                Outcome pen = engine.decide(hat.memberAfter(), purchase("p3").with(1, "pen", "goods", "5.00"));
                boolean keeps = each == kept;

                // The purchase that brought it, another one, and one that does not matter.
                assertThat(engine.reverse(pen.memberAfter(), hat, Return.everything("r", FRIDAY))
                                .memberAfter()
                                .statuses())
                        .hasSize(keeps ? 1 : 0);
                assertThat(engine.reverse(pen.memberAfter(), coat, Return.everything("r", FRIDAY))
                                .memberAfter()
                                .statuses())
                        .hasSize(keeps ? 1 : 0);
                Outcome penBack = engine.reverse(pen.memberAfter(), pen, Return.everything("r", FRIDAY));
                assertThat(penBack.memberAfter().statuses())
                        .isEqualTo(hat.memberAfter().statuses());
                assertThat(penBack.tierChanges()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "acb", "bac", "bca", "cab", "cba"})
    void tiers_go_in_whatever_order_comes_back_what_they_were_given_for(String order) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "From Green by Silver to Gold"
                when
                    Program()
                then
                    insert( Tiers.of( "Green", "Silver", "Gold" ) );
                end

                rule "100 points: Silver"
                when
                    Balance( kind == "points", amount >= 100 )
                then
                    insert( Upgrade.to( "Silver" ) );
                end

                rule "200 points: Gold"
                when
                    Balance( kind == "points", amount >= 200 )
                then
                    insert( Upgrade.to( "Gold" ) );
                end
                """ + POINT_A_EURO)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Map<String, Outcome> bought = new TreeMap<>();
            Member now = member();
            for (String each : List.of("a", "b", "c")) {
                Instant at = MONDAY.plusSeconds(60L * bought.size());
                Outcome outcome =
                        engine.decide(now, Purchase.of(each, at, "EUR").with(1, "coat", "goods", "150.00"));
                bought.put(each, outcome);
                now = outcome.memberAfter();
            }
            List<String> tiers = new ArrayList<>();
            for (String each : order.split("")) {
                now = engine.reverse(now, bought.get(each), Return.everything("back " + each, FRIDAY))
                        .memberAfter();
                tiers.add(
                        now.statuses().isEmpty()
                                ? "Green"
                                : now.statuses().get(0).tier());
            }
            assertThat(tiers).containsExactly("Gold", "Silver", "Green");
        }
    }

    @Test
    void a_tier_earned_with_points_that_have_gone_since_stays() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "From Green to Gold"
                when
                    Program()
                then
                    insert( Tiers.of( "Green", "Gold" ) );
                    insert( Kind.of( "points" ).expiresAfterDays( 2 ) );
                end

                rule "100 points: Gold"
                when
                    Balance( kind == "points", amount >= 100 )
                then
                    insert( Upgrade.to( "Gold" ) );
                end
                """ + POINT_A_EURO)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome pen = engine.decide(member(), purchase("p1").with(1, "pen", "goods", "5.00"));
            Outcome coat = engine.decide(pen.memberAfter(), purchase("p").with(1, "coat", "goods", "200.00"));

            Outcome back = engine.reverse(coat.memberAfter(), pen, Return.everything("r", FRIDAY));

            assertThat(back.expired("points")).isEqualByComparingTo("205");
            assertThat(back.memberAfter().statuses())
                    .isEqualTo(coat.memberAfter().statuses());
        }
    }

    @Test
    void what_cannot_come_back_is_refused_and_says_why() {
        try (RuleSet rules = RuleSet.fromText(POINT_A_EURO)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome bought = engine.decide(
                    member(), purchase("p").with(3, "pen", "goods", "1.00").with(1, "ink", "goods", "5.00"));
            Outcome back = engine.reverse(bought.memberAfter(), bought, Return.of("r", FRIDAY, line(1, 2)));
            Member now = back.memberAfter();
            Return two = Return.of("r2", FRIDAY, line(1, 2));

            refuses(
                    () -> engine.reverse(now, bought, two),
                    "2 of line 1 (pen) cannot come back: 1 of 3 bought are still");
            refuses(() -> engine.reverse(now, bought, Return.of("r2", FRIDAY, line(7))), "no line 7 on 'p'", "[1, 2]");
            refuses(() -> engine.reverse(now, back, Return.everything("r2", FRIDAY)), "'r' is a return itself");
            refuses(() -> engine.reverse(now, bought, Return.of("r", FRIDAY, line(2))), "id was decided before");
            refuses(() -> engine.reverse(now, bought, Return.everything("r2", JOINED)), "before what it brings back");
            refuses(() -> engine.reverse(Member.of("bo", JOINED), bought, two), "that of member 'ana'");
            refuses(() -> engine.reverse(now, bought, Return.of("r2", FRIDAY, line(1, 0))), "nothing or less");
            refuses(
                    () -> engine.reverse(now, bought, Return.of("r2", FRIDAY, Return.money(2, "5.01"))),
                    "5.01 cannot be paid back");
            refuses(() -> engine.decide(now, two), "A return needs the outcome");
            Outcome all = engine.reverse(now, bought, Return.everything("r2", FRIDAY));
            refuses(
                    () -> engine.reverse(all.memberAfter(), bought, Return.everything("r3", FRIDAY)),
                    "Nothing is kept any more of 'p'");
        }
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable what, String... words) {
        assertThatThrownBy(what)
                .isInstanceOf(EventRefusedException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    private static Member member() {
        return Member.of("ana", JOINED);
    }

    private static Purchase purchase(String id) {
        return Purchase.of(id, MONDAY, "EUR");
    }

    private static Member with(Member member, List<Lot> lots) {
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

    /** The outcome as if 40 of what it earned had come to a lot that is pending. */
    private static Outcome with(Outcome outcome, Lot pending) {
        Posting all = outcome.postings().get(0);
        List<Posting> two = List.of(
                new Posting("points", new BigDecimal(60), all.cause(), all.at(), all.lot(), ""),
                new Posting("points", new BigDecimal(40), all.cause(), all.at(), pending, ""));
        return new Outcome(
                outcome.rules(),
                outcome.zone(),
                outcome.purchase(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false,
                outcome.due(),
                outcome.granted(),
                outcome.refused(),
                outcome.tallies(),
                outcome.limits(),
                outcome.lines(),
                two,
                outcome.tierChanges(),
                null,
                outcome.memberBefore(),
                outcome.memberAfter(),
                List.of());
    }
}
