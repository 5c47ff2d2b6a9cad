package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.Return.line;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tiers when what they were given for is returned in part. */
class TierReturnTest {

    private static final Member ANA = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));

    private static final String GOLD = """
            rule "From Green by Gold to Reserve"
            when
                Program()
            then
                insert( Tiers.of( "Green", "Gold", "Reserve" ) );
            end

            rule "1 point for every euro"
            when
                $paid : Paid()
            then
                insert( Earn.of( 1, "points" ).times( $paid.amount() ) );
            end

            rule "100 points: Gold"
            when
                Balance( kind == "points", amount >= 100 )
            then
                insert( Upgrade.to( "Gold" ) );
            end
            """;

    private static final String RESERVE = """
            rule "200 points: Reserve"
            when
                Balance( kind == "points", amount >= 200 )
            then
                insert( Upgrade.to( "Reserve" ) );
            end
            """;

    @Test
    void the_lower_tier_that_is_left_says_which_rule_gives_it_and_for_how_long() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "From Green by Gold to Reserve"
                when
                    Program()
                then
                    insert( Tiers.of( "Green", "Gold", "Reserve" ).lastsMonths( 2 ) );
                end

                rule "1 point for every euro"
                when
                    $paid : Paid()
                then
                    insert( Earn.of( 1, "points" ).times( $paid.amount() ) );
                end

                rule "100 points: Gold for a month"
                when
                    Balance( kind == "points", amount >= 100 )
                then
                    insert( Upgrade.to( "Gold" ).forMonths( 1 ) );
                end

                rule "200 points: Reserve"
                when
                    Balance( kind == "points", amount >= 200 )
                then
                    insert( Upgrade.to( "Reserve" ) );
                end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Instant march = Instant.parse("2026-03-02T10:00:00Z");
            Instant later = Instant.parse("2026-05-20T10:00:00Z");
            Member ana = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));
            Outcome bought = engine.decide(
                    ana,
                    Purchase.of("p", march, "EUR")
                            .with(1, "coat", "goods", "120.00")
                            .with(1, "boots", "goods", "90.00"));
            // Reserve ended with 2 May, and was reached anew.
            Member may = engine.advance(bought.memberAfter(), later).memberAfter();
            assertThat(may.statuses())
                    .containsExactly(
                            new Member.Status("Reserve", "2026-05-03T00:00:00Z", "2026-07-02", "200 points: Reserve"));

            Outcome back = engine.reverse(may, bought, Return.of("r", later, line(2)));

            assertThat(back.memberAfter().statuses())
                    .containsExactly(new Member.Status(
                            "Gold", "2026-05-03T00:00:00Z", "2026-06-03", "100 points: Gold for a month"));
        }
    }

    @Test
    void a_tier_that_others_held_up_goes_once_they_are_returned_too() {
        try (RuleSet rules = RuleSet.fromText(GOLD)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome first = engine.decide(ANA, bought("p1", 1, "60.00"));
            Outcome second = engine.decide(first.memberAfter(), bought("p2", 2, "50.00"));
            Outcome third = engine.decide(second.memberAfter(), bought("p3", 3, "60.00"));
            assertThat(third.memberAfter().statuses())
                    .singleElement()
                    .satisfies(gold -> assertThat(gold.rule()).isEqualTo("100 points: Gold"));

            // The third holds up what the second had given without it.
            Outcome one = engine.reverse(third.memberAfter(), first, Return.everything("r1", day(4)));
            assertThat(one.memberAfter().statuses()).hasSize(1);
            assertThat(one.tierChanges()).isEmpty();
            Outcome two = engine.reverse(one.memberAfter(), third, Return.everything("r2", day(5)));
            assertThat(two.memberAfter().statuses()).isEmpty();
            assertThat(two.tierChanges()).hasSize(1);
        }
    }

    @Test
    void a_tier_goes_though_the_event_that_gave_it_would_have_given_it_with_all_the_member_had_then() {
        try (RuleSet rules = RuleSet.fromText(GOLD)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome first = engine.decide(ANA, bought("p1", 1, "95.00"));
            Outcome second = engine.decide(first.memberAfter(), bought("p2", 2, "10.00"));

            Outcome one = engine.reverse(second.memberAfter(), first, Return.of("r1", day(3), Return.money(1, "5.00")));
            assertThat(one.memberAfter().statuses()).hasSize(1);
            Outcome two = engine.reverse(one.memberAfter(), second, Return.of("r2", day(3), Return.money(1, "1.00")));
            assertThat(two.memberAfter().statuses()).isEmpty();
        }
    }

    @Test
    void a_tier_that_came_with_something_late_goes_with_what_had_been_bought_after_that_and_known_before() {
        try (RuleSet rules = RuleSet.fromText(GOLD)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome first = engine.decide(ANA, bought("p1", 3, "60.00"));
            Outcome late = engine.decide(first.memberAfter(), bought("p2", 1, "50.00"));
            assertThat(late.upgrades()).containsExactly("Gold");

            Outcome back = engine.reverse(late.memberAfter(), first, Return.everything("r", day(4)));
            assertThat(back.memberAfter().statuses()).isEmpty();
        }
    }

    @Test
    void what_was_bought_at_the_same_moment_or_came_late_can_hold_a_tier_up_only_while_it_is_kept() {
        for (int day : new int[] {1, 2}) {
            try (RuleSet rules = RuleSet.fromText(GOLD)) {
                LoyaltyEngine engine = LoyaltyEngine.with(rules);
                Outcome first = engine.decide(ANA, bought("p1", 2, "120.00"));
                Outcome second = engine.decide(first.memberAfter(), bought("p2", day, "30.00"));

                Outcome one =
                        engine.reverse(second.memberAfter(), first, Return.of("r1", day(3), Return.money(1, "40.00")));
                assertThat(one.memberAfter().statuses()).hasSize(1);
                Outcome two = engine.reverse(one.memberAfter(), second, Return.everything("r2", day(4)));
                assertThat(two.memberAfter().statuses()).isEmpty();
            }
        }
    }

    @Test
    void a_tier_that_has_gone_does_not_come_back_by_a_return() {
        try (RuleSet rules = RuleSet.fromText(GOLD + RESERVE)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome first = engine.decide(ANA, bought("p1", 1, "180.00"));
            Outcome second = engine.decide(first.memberAfter(), bought("p2", 2, "110.00"));
            assertThat(second.upgrades()).containsExactly("Reserve");

            Outcome one = engine.reverse(second.memberAfter(), first, Return.everything("r1", day(3)));
            assertThat(one.memberAfter().statuses())
                    .singleElement()
                    .satisfies(left -> assertThat(left.tier()).isEqualTo("Gold"));
            Outcome two = engine.reverse(one.memberAfter(), second, Return.of("r2", day(4), Return.money(1, "20.00")));
            assertThat(two.memberAfter().statuses()).isEmpty();
        }
    }

    private static Instant day(int day) {
        return Instant.parse("2026-03-0" + day + "T10:00:00Z");
    }

    private static Purchase bought(String id, int day, String price) {
        return Purchase.of(id, day(day), "EUR").with(1, "coat", "goods", price);
    }

    @Test
    void a_ladder_held_only_while_it_is_reached_loses_nothing_to_a_return_that_has_nothing_to_do_with_it() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Ladder" when Program() then insert( Tiers.of( "Green", "Gold" ).onlyWhileReached() ); end
                rule "Gold" when Purchase() then insert( Upgrade.to( "Gold" ) ); end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Instant day = Instant.parse("2026-03-02T10:00:00Z");
            Member ana = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));
            Outcome coat = engine.decide(ana, Purchase.of("a", day, "EUR").with(1, "coat", "x", "500.00"));
            Outcome pen = engine.decide(
                    coat.memberAfter(), Purchase.of("b", day, "EUR").with(1, "pen", "x", "5.00"));

            assertThat(engine.reverse(pen.memberAfter(), pen, Return.everything("r", day))
                            .memberAfter()
                            .statuses())
                    .isEqualTo(pen.memberAfter().statuses());
        }
    }
}
