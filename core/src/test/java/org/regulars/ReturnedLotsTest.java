package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.Return.everything;
import static org.regulars.Return.line;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a return does to amounts that were lent, lost, or live for a time of their own. */
class ReturnedLotsTest {

    private static final String POINTS = """
            rule "1 point a euro" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
            """;
    private static final String BORROWED_MUG = """
            rule "Borrow" when Redemption() then insert( Overdraft.of( 10, "points" ) ); end
            rule "Mug" when Redemption( reward == "mug" )
            then insert( FreeItem.gift( 1, "mug" ).costing( 15, "points" ) ); end
            """;

    private final Member ana = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void what_was_borrowed_comes_back_with_an_end() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Life" when Program() then insert( Kind.of( "points" ).expiresAfterDays( 30 ) ); end
                """ + POINTS + BORROWED_MUG)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome ten = engine.decide(ana, purchase("a1", 2, "10.00"));
            Outcome mug = engine.decide(ten.memberAfter(), Redemption.of("b2", day(3), "mug"));
            assertThat(mug.memberAfter().balance("points")).isEqualByComparingTo("-5");
            Outcome twenty = engine.decide(mug.memberAfter(), purchase("c3", 4, "20.00"));
            Member later = twenty.memberAfter();

            Outcome off = engine.reverse(mug.memberAfter(), mug, everything("r", day(4)));
            assertThat(off.memberAfter().balance("points")).isEqualByComparingTo("10");
            Outcome paidBack = engine.reverse(later, mug, everything("r", day(5)));
            assertThat(paidBack.memberAfter().balance("points")).isEqualByComparingTo("30");
            Instant far = Instant.parse("2030-01-01T00:00:00Z");
            assertThat(engine.advance(off.memberAfter(), far).memberAfter().lots())
                    .isEmpty();
            assertThat(engine.advance(paidBack.memberAfter(), far).memberAfter().lots())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"takenBackWithinBalance", "takenBackWhilePending", "takenBackInFull"})
    void buying_and_returning_does_not_make_good_what_is_owed(String policy) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Policy" when Program() then insert( Kind.of( "points" ).%s() ); end
                """.formatted(policy) + POINTS + BORROWED_MUG.replace("15", "10"))) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome mug = engine.decide(ana, Redemption.of("b2", day(3), "mug"));
            Outcome bought = engine.decide(mug.memberAfter(), purchase("c", 4, "10.00"));
            assertThat(bought.memberAfter().balance("points")).isZero();

            assertThat(engine.reverse(bought.memberAfter(), bought, everything("r", day(5)))
                            .memberAfter()
                            .balance("points"))
                    .isEqualByComparingTo("-10");
        }
    }

    @Test
    void what_a_rule_took_away_is_not_taken_once_more() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "Gone" when Activity( name == "left" ) then insert( Forfeit.all( "points" ) ); end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome bought = engine.decide(ana, purchase("a", 2, "50.00"));
            Outcome left = engine.decide(bought.memberAfter(), Activity.of("l", day(3), "left"));

            Outcome back = engine.reverse(left.memberAfter(), bought, everything("r", day(4)));

            assertThat(back.memberAfter().balance("points")).isZero();
            assertThat(back.takenBack("points")).isZero();
        }
    }

    @Test
    void an_end_of_its_own_is_not_put_off_by_the_next_purchase() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Life" when Program()
                then insert( Kind.of( "points" ).expiresAfterMonths( 12 ).sinceActivity() ); end
                rule "Welcome" when Activity()
                then insert( Earn.of( 100, "points" ).expiringOn( "2026-03-31" ) ); end
                """ + POINTS)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome joined = engine.decide(ana, Activity.of("a", day(2), "joined"));
            Outcome bought = engine.decide(joined.memberAfter(), purchase("b", 5, "10.00"));

            assertThat(bought.memberAfter().lots())
                    .extracting(Lot::expiresAt)
                    .containsExactlyInAnyOrder("2026-04-01T00:00:00Z", "2027-03-06T00:00:00Z");
        }
    }

    @Test
    void shares_undo_what_the_line_was_for_and_leave_what_was_taken_for_good() {
        String treats = """
                rule "Free treat" when $item : Item( category == "treat" )
                then insert( FreeItem.of( 1, $item.name() ).costing( 5, "stamps" )%s ); end
                """;
        for (String forGood : new String[] {"", ".spentForGood()"}) {
            try (RuleSet then = RuleSet.fromText(treats.formatted(forGood));
                    RuleSet now = RuleSet.fromText(treats.formatted(forGood) + POINTS)) {
                Outcome bought = LoyaltyEngine.with(then)
                        .decide(
                                ana.holding(10, "stamps"),
                                Purchase.of("p", day(2), "EUR")
                                        .with(1, "bun", "treat", "2.00")
                                        .with(1, "cake", "treat", "3.00"));

                Outcome bun =
                        LoyaltyEngine.with(now).reverse(bought.memberAfter(), bought, Return.of("r", day(3), line(1)));

                assertThat(bun.reversal().prorated()).isTrue();
                assertThat(bun.reversal().linesAfter())
                        .extracting(LineOutcome::freeUnits)
                        .containsExactly(0L, 1L);
                assertThat(bun.givenBack("stamps")).isEqualByComparingTo(forGood.isEmpty() ? "5" : "0");
            }
        }
    }

    @Test
    void shares_of_a_kind_that_was_counted_finer_come_back_whole() {
        try (RuleSet then = RuleSet.fromText("""
                        rule "Cents" when Program() then insert( Kind.of( "points" ).decimals( 2 ) ); end
                        """ + POINTS);
                RuleSet now = RuleSet.fromText(POINTS)) {
            Outcome bought = LoyaltyEngine.with(then).decide(ana, purchase("p", 2, "2.55"));

            Outcome back = LoyaltyEngine.with(now).reverse(bought.memberAfter(), bought, everything("r", day(3)));

            assertThat(back.memberAfter().lots()).isEmpty();
        }
    }

    private static Purchase purchase(String id, int day, String price) {
        return Purchase.of(id, day(day), "EUR").with(1, "coat", "goods", price);
    }

    private static Instant day(int ofMarch) {
        return Instant.parse("2026-03-0" + ofMarch + "T10:00:00Z");
    }
}
