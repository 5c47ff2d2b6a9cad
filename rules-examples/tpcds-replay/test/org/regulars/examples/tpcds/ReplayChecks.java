package org.regulars.examples.tpcds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Posting.Cause;
import org.regulars.Purchase;
import org.regulars.RuleSet;
import org.regulars.examples.tpcds.PosterRecount.Card;
import org.regulars.examples.tpcds.Replay.Played;
import org.regulars.examples.tpcds.data.StoreYears;

/** What must hold for every member, when the years are over and when everything has come back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReplayChecks {

    private static final List<String> KINDS = List.of("points", "collected", "bakery stamps");

    /** Drinks on a Saturday, and more than fifty in all. */
    private static final Purchase NEXT = Purchase.of("next", Instant.parse("2004-06-05T10:00:00Z"), Receipts.CURRENCY)
            .with(3, "rye bread", "Baked Goods", "3.20")
            .with(6, "lemonade", "Beverages", "1.50")
            .with(1, "salmon", "Seafood", "18.45")
            .with(2, "detergent", "Household", "14.60");

    private final Predicate<History> who;
    private StoreYears store;
    private List<Played> played;
    private RuleSet rules;

    /** Checks for these customers. */
    ReplayChecks(Predicate<History> who) {
        this.who = who;
    }

    @BeforeAll
    void replayOnce() {
        store = StoreYears.generate();
        rules = RuleSet.fromClasspath(TpcdsReplay.RULES);
        played = Replay.of(History.of(store).stream().filter(who).toList(), LoyaltyEngine.with(rules));
        System.out.print(Summary.speed(played));
    }

    List<Played> played() {
        return played;
    }

    StoreYears store() {
        return store;
    }

    @Test
    void every_change_of_a_balance_is_in_the_postings_event_by_event() {
        assertThat(played).flatExtracting(Played::unexplained).isEmpty();
    }

    @Test
    void every_member_holds_what_they_earned_less_what_they_spent_and_gave_back() {
        assertThat(played).allSatisfy(one -> {
            assertThat(one.years().movements().kinds()).isSubsetOf(KINDS);
            for (String kind : KINDS) {
                Movements moved = one.years().movements();
                BigDecimal left = moved.of(kind, Cause.EARNED)
                        .add(moved.of(kind, Cause.SPENT))
                        .add(moved.of(kind, Cause.TAKEN_BACK))
                        .add(moved.of(kind, Cause.GIVEN_BACK));
                // Nothing moved for another reason, and nothing is held or owed beside.
                assertThat(moved.net(kind)).as(kind).isEqualByComparingTo(left);
                assertThat(Account.held(one.afterYears(), kind)).as(kind).isEqualByComparingTo(left);
                assertThat(one.afterYears().balance(kind).add(one.afterYears().pending(kind)))
                        .as(kind)
                        .isEqualByComparingTo(left);
            }
        });
    }

    @Test
    void every_member_holds_what_the_poster_promises_for_what_they_kept() {
        assertThat(played).allSatisfy(one -> {
            Card recount = new PosterRecount(one.history()).card();

            assertThat(card(one)).isEqualTo(recount);
            assertThat(tier(one.afterYears())).isEqualTo(recount.tier());
        });
    }

    @Test
    void the_till_gave_away_what_the_poster_promises_for_what_was_bought() {
        assertThat(played)
                .allSatisfy(one -> assertThat(one.years().freeUnits())
                        .isEqualTo(new PosterRecount(one.history()).freeAtTheTill()));
    }

    @Test
    void when_everything_has_come_back_nobody_holds_or_owes_anything() {
        assertThat(played).allSatisfy(one -> {
            Member member = one.afterAll();

            assertThat(member.lots()).isEmpty();
            assertThat(member.counted()).isEmpty();
            assertThat(one.all().movements().kinds())
                    .allSatisfy(
                            kind -> assertThat(one.all().movements().net(kind)).isZero());
        });
    }

    @Test
    void when_everything_has_come_back_all_that_was_given_was_taken_and_all_that_was_spent_was_given_back() {
        assertThat(played).allSatisfy(one -> {
            Movements moved = one.all().movements();
            for (String kind : new TreeSet<>(moved.kinds())) {
                assertThat(moved.of(kind, Cause.TAKEN_BACK).add(moved.of(kind, Cause.EARNED)))
                        .as(kind)
                        .isZero();
                assertThat(moved.of(kind, Cause.GIVEN_BACK).add(moved.of(kind, Cause.SPENT)))
                        .as(kind)
                        .isZero();
            }
        });
    }

    @Test
    void when_everything_has_come_back_every_cent_has_been_paid_back() {
        assertThat(played)
                .allSatisfy(one -> assertThat(one.all().refunded())
                        .isEqualByComparingTo(one.all().paid()));
    }

    @Test
    void when_everything_has_come_back_everybody_is_bronze_again() {
        assertThat(played)
                .allSatisfy(one -> assertThat(one.afterAll().statuses()).isEmpty());
    }

    @Test
    void when_everything_has_come_back_the_next_purchase_is_decided_as_for_a_newcomer() {
        LoyaltyEngine engine = LoyaltyEngine.with(rules);
        Member newcomer = Member.of("newcomer", NEXT.instant());
        Outcome first = engine.decide(newcomer, NEXT);

        assertThat(played).allSatisfy(one -> {
            Outcome next = engine.decide(one.afterAll(), NEXT);

            assertThat(next.due()).isEmpty();
            assertThat(next.granted()).isEqualTo(first.granted());
            assertThat(next.refused()).isEqualTo(first.refused());
            assertThat(next.tallies()).isEqualTo(first.tallies());
            assertThat(next.lines()).isEqualTo(first.lines());
            assertThat(next.tierChanges()).isEqualTo(first.tierChanges());
            assertThat(KINDS)
                    .allSatisfy(kind -> assertThat(next.memberAfter().balance(kind))
                            .isEqualByComparingTo(first.memberAfter().balance(kind)));
        });
    }

    @Test
    void nobody_returns_more_often_than_a_member_remembers() {
        assertThat(played).extracting(Played::returns).allMatch(returns -> returns <= Member.REMEMBERED);
    }

    private static Card card(Played one) {
        return new Card(
                Account.held(one.afterYears(), "points").longValueExact(),
                Account.held(one.afterYears(), "collected").longValueExact(),
                Account.held(one.afterYears(), "bakery stamps").longValueExact(),
                one.years()
                        .paid()
                        .subtract(one.years().refunded())
                        .movePointRight(2)
                        .longValueExact());
    }

    private static String tier(Member member) {
        return member.statuses().isEmpty() ? "Bronze" : member.statuses().get(0).tier();
    }
}
