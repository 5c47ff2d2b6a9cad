package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulars.EventRefusedException;
import org.regulars.Line;
import org.regulars.Lot;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Return;
import org.regulars.RuleSet;

/** What the laws have found, in the smallest form. */
class ShrunkTest {

    @Test
    void an_offer_for_what_is_free_already_does_not_win_its_group() {
        RuleSet rules = rules(
                rule("Purchase( has( \"cake\" ) )", "FreeItem.of( 1, \"cake\" )"),
                rule("Purchase()", "Discount.percent( 50 ).on( \"cake\" ).bestOf( \"offers\" )"),
                rule("Purchase()", "Discount.percent( 10 ).bestOf( \"offers\" )"));

        given(rules)
                .buys(Line.of(1, "muffin", "cake", "4.00"), Line.of(1, "latte", "coffee", "5.00"))
                .discounts("0.50");
    }

    @Test
    void a_reward_that_cannot_be_paid_does_not_win_its_group() {
        RuleSet rules = rules(
                rule(
                        "Purchase()",
                        "FreeItem.of( 1, \"tea\" ).costing( 7, \"stamps\" ).withThisPurchase().bestOf( \"offers\" )"),
                rule("Purchase()", "Discount.percent( 10 ).bestOf( \"offers\" )"));

        given(rules)
                .holding(6, "stamps")
                .buys(1, "tea", "5.00")
                .discounts("0.50")
                .leavesToPay("4.50");
        given(rules).holding(7, "stamps").buys(1, "tea", "5.00").discounts("0").leavesToPay("0");
    }

    @Test
    void an_earning_is_compared_with_the_factors_that_reach_it() {
        RuleSet rules = rules(
                rule("Paid()", "Multiply.by( 2, \"points\" )"),
                rule("Paid()", "Earn.of( 15, \"points\" ).bestOf( \"offers\" )"),
                rule("Paid()", "Bonus.of( 20, \"points\" ).bestOf( \"offers\" )"));

        given(rules).buys(1, "tea", "5.00").earns(30, "points");
    }

    @Test
    void a_group_holds_for_claims_too() {
        for (String when : List.of("Paid()", "Balance( kind == \"stamps\" )")) {
            RuleSet rules = rules(
                    rule(when, "FreeItem.of( 1, \"tea\" ).bestOf( \"offers\" )"),
                    rule(when, "FreeItem.of( 2, \"tea\" ).bestOf( \"offers\" )"));

            given(rules).holding(1, "stamps").buys(1, "tea", "5.00").givesNextTime(2, "tea");
        }
    }

    @Test
    void two_rewards_for_the_same_units_are_charged_for_what_each_gives() {
        RuleSet rules = rules(
                rule("Purchase()", "FreeItem.of( 1, \"tea\" ).costing( 7, \"stamps\" ).withThisPurchase()"),
                rule(
                        "Purchase()",
                        "FreeItem.of( 1, \"tea\" ).costing( 1, \"stamps\" ).withThisPurchase().repeatedly()"));

        given(rules)
                .holding(10, "stamps")
                .buys(2, "tea", "1.00")
                .givesFree(2, "tea")
                .spends(8, "stamps");
    }

    @Test
    void a_percentage_is_of_the_price_before_other_discounts() {
        RuleSet rules = rules(
                rule("Purchase()", "Discount.percent( 50 )"),
                rule("Purchase( has( \"tea\" ) )", "Discount.percent( 5 )"));

        given(rules).buys(1, "tea", "0.10").discounts("0.06");
    }

    @Test
    void an_activity_can_give_a_claim_with_a_bound_in_cents() {
        RuleSet rules = rules(rule("Activity( name == \"joined\" )", "FreeItem.of( 1, \"tea\" ).upTo( \"2.50\" )"));

        given(rules)
                .does("joined")
                .givesNextTime(1, "tea")
                .then()
                .buys(1, "tea", "3.00")
                .leavesToPay("0.50");
    }

    @Test
    void a_claim_can_be_used_and_spent_at_once() {
        RuleSet rules = rules(rule("Purchase()", "Discount.amount( 1 ).costing( 1, \"free tea\" )"));
        String since = "2020-01-01T00:00:00Z";
        Lot claims = new Lot(
                "claims", "free tea", BigDecimal.valueOf(2), since, since, null, new Lot.Claim("tea", null, "Of old"));
        Member member = new Member(
                "ana",
                since,
                since,
                null,
                null,
                List.of(claims),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        given(rules)
                .member(member)
                .buys(Line.of(1, "tea", "tea", "3.00"), Line.of(1, "muffin", "cake", "4.00"))
                .leavesToPay("3.00")
                .spends(1, "free tea");
    }

    @Test
    void a_member_who_holds_more_than_can_be_counted_is_never_made() {
        RuleSet rules = rules(rule(
                "Balance( kind == \"stamps\" )",
                "FreeItem.of( 900000000000000000L, \"tea\" ).costing( 1, \"stamps\" )"));
        Member member = Member.of("ana", Instant.parse("2020-01-01T00:00:00Z")).holding(5, "stamps");

        var once = given(rules).member(member).buys(1, "tea", "3.00");

        assertThat(once.outcome().memberAfter().balance("free tea")).isEqualTo("900000000000000000");
        assertThatThrownBy(() -> once.then().buys(1, "coffee", "3.00"))
                .isInstanceOf(EventRefusedException.class)
                .hasMessageContaining("free tea");
    }

    @Test
    void a_reward_that_is_repeated_too_often_refuses_the_event() {
        RuleSet rules = rules(rule(
                "Balance( kind == \"stamps\" )",
                "FreeItem.of( 900000000000000000L, \"tea\" ).costing( 1, \"stamps\" ).repeatedly()"));

        assertThatThrownBy(() -> given(rules).holding(20, "stamps").buys(1, "tea", "3.00"))
                .isInstanceOf(EventRefusedException.class)
                .hasMessageContaining("free tea");
    }

    @Test
    void what_has_lapsed_when_a_late_purchase_earns_it_pays_for_no_reward() {
        RuleSet rules = rules(
                rule("Paid()", "Earn.of( 7, \"stamps\" ).expiringAfterDays( 1 )"),
                rule("Purchase()", "Discount.amount( 1 ).costing( 7, \"stamps\" ).withThisPurchase()"));

        given(rules)
                .at("2026-03-02T12:00")
                .does("joined")
                .then()
                .at("2026-03-01T12:00")
                .buys(1, "tea", "5.00")
                .leavesToPay("4.00");
        given(rules)
                .at("2026-05-01T12:00")
                .does("joined")
                .then()
                .at("2026-03-01T12:00")
                .buys(1, "tea", "5.00")
                .leavesToPay("5.00")
                .earns(7, "stamps");
    }

    @Test
    void a_tier_without_a_name_is_refused_when_something_lapses_too() {
        RuleSet rules = rules(
                rule("Program()", "Kind.of( \"stamps\" ).expiresAfterDays( 0 )"),
                rule("Program()", "Tiers.of( \"Green\", \"Gold\" )"),
                rule("Activity()", "Earn.of( 1, \"stamps\" )"),
                rule("Expired( kind == \"points\" )", "Benefit.of( \"lounge\" )"),
                rule("Balance( member.text( \"plan\" ) == \"none\" )", "Upgrade.to( null )"));
        Member member = given(rules)
                .on("2026-03-01")
                .does("joined")
                .outcome()
                .memberAfter()
                .with("plan", "none");

        assertThatThrownBy(() -> LoyaltyEngine.with(rules).advance(member, Instant.parse("2026-03-05T00:00:00Z")))
                .isInstanceOf(EventRefusedException.class)
                .hasMessageContaining("Offer 5");
    }

    @Test
    void a_return_says_what_is_spent_with_what_is_kept() {
        RuleSet rules = rules(
                rule("Program()", "Kind.of( \"points\" ).expiresAfterYears( 1 )"),
                rule("PaidItem( category == \"tea\" )", "Earn.of( 2, \"points\" )"),
                rule("Item( category == \"cake\" )", "FreeItem.of( 1, \"cake\" ).costing( 7, \"points\" )"));
        String since = "2020-01-01T00:00:00Z";
        Member member = Member.of("ana", Instant.parse(since)).holding(7, "points");
        LoyaltyEngine engine = LoyaltyEngine.with(rules);
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        Purchase bought = Purchase.of("event-1", noon, "EUR")
                .with(1, "tea", "tea", "5.00")
                .with(1, "muffin", "cake", "4.00");
        Outcome outcome = engine.decide(member, bought);

        Outcome back = engine.reverse(outcome.memberAfter(), outcome, Return.of("return-1", noon, Return.line(1)));

        assertThat(back.memberAfter().balance("points")).isEqualTo("0");
        assertThat(back.explain()).contains("""
                  points: 2 earned with what was kept before, 0 with what is kept now: 2 less
                         4  taken back
                  points: 7 spent or used with what was kept before, 7 with what is kept now
                  points: 2 that had been spent or used given back
                """);
    }

    private static RuleSet rules(String... rules) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rules.length; i++) {
            text.append("rule \"Offer ").append(i + 1).append("\"\n").append(rules[i]);
        }
        return RuleSet.fromText(text.toString());
    }

    private static String rule(String when, String then) {
        return "when\n    " + when + "\nthen\n    insert( " + then + " );\nend\n";
    }
}
