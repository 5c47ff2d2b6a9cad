package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.testing.Scenario.given;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spending more than is held. */
class OverdraftTest {

    private static final Instant JOINED = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");

    @ParameterizedTest(name = "{0}: {1} of 10000 may be borrowed")
    @CsvSource(
            delimiter = '|',
            value = {
                "Overdraft.of( 3000, \"miles\" ) | 3000",
                "Overdraft.percent( 20, \"miles\" ) | 2000",
                "Overdraft.percent( 20, \"miles\" ).upTo( 3000 ) | 2000",
                "Overdraft.percent( 50, \"miles\" ).upTo( 3000 ) | 3000",
                "Overdraft.of( 3000, \"miles\" ) ); insert( Overdraft.percent( 20, \"miles\" ) | 3000",
            })
    void gold_may_borrow_the_largest_that_a_rule_lends_and_not_one_mile_more(String overdraft, long borrowed) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Gold may borrow" when Purchase() then insert( %s ); end
                rule "A flight for what it says"
                when
                    $flight : Purchase( has( "flight" ) )
                then
                    insert( FreeItem.of( 1, "flight" ).costing( $flight.text( "miles" ), "miles" ) );
                end
                """.formatted(overdraft))) {
            Outcome given = given(rules)
                    .holding(10_000, "miles")
                    .by("miles", String.valueOf(10_000 + borrowed))
                    .buys(1, "flight", "200.00")
                    .givesFree(1, "flight")
                    .leaves(-borrowed, "miles")
                    .outcome();
            assertThat(given.granted())
                    .filteredOn(each -> each.sort() == Granted.Sort.OVERDRAFT)
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.amount().longValueExact()).isEqualTo(borrowed);
                        assertThat(each.note()).isEqualTo(borrowed + " of it used");
                    });

            given(rules)
                    .holding(10_000, "miles")
                    .by("miles", String.valueOf(10_001 + borrowed))
                    .buys(1, "flight", "200.00")
                    .misses(1, "miles", "A flight for what it says")
                    .andNothingElse();
        }
    }

    @Test
    void an_overdraft_that_is_not_needed_is_not_granted_and_one_owed_is_made_good_first() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Everyone may borrow 3 stamps" when Purchase() then insert( Overdraft.of( 3, "stamps" ) ); end
                rule "A stamp a coffee" when $c : PaidItem() then insert( Earn.of( 1, "stamps" ).forEach( $c ) ); end
                rule "7 stamps: a coffee" when Redemption( reward == "coffee" )
                then insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ) ); end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Purchase two = Purchase.of("p-1", NOW, "EUR").with(2, "latte", "coffee", "3.00");
            Outcome enough = engine.decide(Member.of("ana", JOINED).holding(7, "stamps"), two.redeeming("coffee"));
            assertThat(enough.granted()).noneMatch(each -> each.sort() == Granted.Sort.OVERDRAFT);

            Outcome borrowed = engine.decide(Member.of("ana", JOINED).holding(5, "stamps"), two.redeeming("coffee"));
            assertThat(borrowed.granted()).anyMatch(each -> each.sort() == Granted.Sort.OVERDRAFT);
            // 5 and 1 earned, less 7.
            assertThat(borrowed.memberAfter().balance("stamps")).isEqualByComparingTo("-1");

            Outcome next = engine.decide(
                    borrowed.memberAfter(), Purchase.of("p-2", NOW, "EUR").with(2, "latte", "coffee", "3.00"));
            assertThat(next.memberAfter().balance("stamps")).isEqualByComparingTo("1");
            assertThat(engine.decide(
                                    borrowed.memberAfter(),
                                    Purchase.of("p-3", NOW, "EUR")
                                            .with(2, "latte", "coffee", "3.00")
                                            .redeeming("coffee"))
                            .refused()
                            .get(0)
                            .missing())
                    .isEqualByComparingTo("5");
        }
    }

    @Test
    void a_redemption_without_a_purchase_may_borrow_too() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Everyone may borrow a fifth"
                when Redemption() then insert( Overdraft.percent( 20, "miles" ) ); end
                rule "1200 miles: an upgrade" when Redemption( reward == "upgrade" )
                then insert( Benefit.of( "upgrade" ).costing( 1200, "miles" ) ); end
                """)) {
            Outcome outcome = LoyaltyEngine.with(rules)
                    .decide(Member.of("ana", JOINED).holding(1_000, "miles"), Redemption.of("r", NOW, "upgrade"));
            assertThat(outcome.benefits()).containsExactly("upgrade");
            assertThat(outcome.memberAfter().balance("miles")).isEqualByComparingTo("-200");
            assertThat(outcome.granted()).anyMatch(each -> each.sort() == Granted.Sort.OVERDRAFT);

            Refused refused = LoyaltyEngine.with(rules)
                    .decide(Member.of("ana", JOINED).holding(999, "miles"), Redemption.of("r", NOW, "upgrade"))
                    .refused()
                    .get(0);
            // A fifth of 999 is 199, in whole miles.
            assertThat(refused.missing()).isEqualByComparingTo("2");
        }
    }

    @Test
    void what_is_paid_with_a_kind_can_be_borrowed() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A credit of 5" when Purchase() then insert( Overdraft.of( 500, "points" ) ); end
                rule "Points pay" when Purchase() then insert( PayWith.each( "0.01", "points" ) ); end
                """)) {
            given(rules)
                    .holding(100, "points")
                    .buys(1, "book", "20.00")
                    .discounts("6.00")
                    .spends(600, "points")
                    .leaves(-500, "points");
        }
    }
}
