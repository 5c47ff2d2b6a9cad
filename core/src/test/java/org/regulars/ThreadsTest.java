package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One engine, many threads: each gets what one thread alone gets, and what goes wrong in one decision is in no other.
 */
class ThreadsTest {

    private static final int THREADS = 8;

    private static final RuleSet RULES = RuleSet.fromText("""
            rule "From Green by Gold to Reserve"
            when
                Program()
            then
                insert( Tiers.of( "Green", "Gold", "Reserve" ) );
                insert( Kind.of( "points" ).expiresAfterDays( 10 ) );
            end

            rule "1 point for 1, half points on bakery"
            when
                $goods : PaidItem( category != "gift card" )
            then
                insert( Earn.of( $goods.category().equals( "bakery" ) ? "0.5" : "1", "points" ).times( $goods.amount() ) );
            end

            rule "Coffee earns double"
            when
                PaidItem( category == "coffee" )
            then
                insert( Multiply.by( 2, "points" ) );
            end

            rule "Gold earns a quarter more"
            when
                Paid( member.tier.isAtLeast( "Gold" ) )
            then
                insert( Multiply.by( "1.25", "points" ) );
            end

            rule "20 more points from 3 sorts on"
            when
                Paid( items.size() >= 3 )
            then
                insert( Bonus.of( 20, "points" ).bestOf( "baskets" ) );
            end

            rule "15 more points from 20"
            when
                Paid( amount >= 20 )
            then
                insert( Bonus.of( 15, "points" ).bestOf( "baskets" ) );
            end

            rule "At most 60 points a purchase and 150 a month"
            when
                Paid()
            then
                insert( Limit.of( 60, "points" ) );
                insert( Limit.of( 150, "points" ).perMonth() );
            end

            rule "One stamp for every coffee"
            when
                $coffee : PaidItem( category == "coffee" )
            then
                insert( Earn.of( 1, "stamps" ).forEach( $coffee ) );
            end

            rule "7 stamps: a coffee is free"
            when
                Purchase( has( "coffee" ) )
            then
                insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ).withThisPurchase().repeatedly() );
            end

            rule "Bakery: 20 percent off in the app"
            when
                Item( category == "bakery", purchase.text( "channel" ) == "app" )
            then
                insert( Discount.percent( 20 ) );
            end

            rule "Each point pays 0.01"
            when
                Purchase()
                $wish : Redemption( reward == "pay with points" )
            then
                insert( PayWith.each( "0.01", "points" ).inStepsOf( 10 ).wanted( $wish.amount() ) );
            end

            rule "100 points: a breakfast"
            when
                Redemption( reward == "breakfast" )
            then
                insert( FreeItem.gift( 1, "breakfast" ).costing( 100, "points" ) );
            end

            rule "120 points: Gold"
            when
                Balance( kind == "points", amount >= 120 )
            then
                insert( Upgrade.to( "Gold" ) );
            end

            rule "The condition breaks on a weight that is no number"
            when
                Item( number( "weight" ) > 1000 )
            then
                insert( Benefit.of( "a hand to carry it" ) );
            end

            rule "The consequence breaks on a tip that is no number"
            when
                $paid : Paid( purchase.text( "tip" ) != null )
            then
                insert( Earn.of( 1, "tips" ).times( $paid.purchase().number( "tip" ) ) );
                insert( Bonus.of( $paid.purchase().number( "tip" ), "generosity" ) );
            end
            """);

    private static final LoyaltyEngine ENGINE = LoyaltyEngine.with(RULES);
    private static final Instant NOON = Instant.parse("2026-07-01T10:00:00Z");

    /** A member, what they do, and what one thread alone made of it: the outcome, or the message of the refusal. */
    private record Case(Member member, Event event, Object expected) {}

    private static final List<Case> CASES = cases();

    @AfterAll
    static void close() {
        RULES.close();
    }

    @Test
    void eight_threads_on_one_engine_get_what_one_thread_gets() throws Exception {
        assertThat(decideOnAllThreads(done -> done < 100)).isEqualTo(THREADS * 100L);
    }

    @Test
    @Tag("soak")
    void eight_threads_for_ten_seconds() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        System.out.println(decideOnAllThreads(done -> System.nanoTime() < end) + " decisions on " + THREADS
                + " threads, each as on one");
    }

    @Test
    void a_refusal_leaves_nothing_in_the_next_decision_on_the_same_thread() {
        List<Case> good = CASES.stream()
                .filter(each -> each.expected() instanceof Outcome)
                .toList();
        List<Case> bad =
                CASES.stream().filter(each -> each.expected() instanceof String).toList();
        for (int i = 0; i < good.size(); i++) {
            Case before = bad.get(i % bad.size());
            assertThat(decided(before)).isEqualTo(before.expected());
            assertThat(decided(good.get(i))).isEqualTo(good.get(i).expected());
        }
    }

    @Test
    void the_cases_are_as_rich_as_they_should_be() {
        List<Outcome> outcomes = CASES.stream()
                .filter(each -> each.expected() instanceof Outcome)
                .map(each -> (Outcome) each.expected())
                .toList();
        assertThat(outcomes.stream()
                        .flatMap(each -> each.granted().stream())
                        .map(each -> each.offer().name()))
                .containsAll(RULES.offers().stream()
                        .map(Offer::name)
                        .filter(name -> !name.startsWith("At most") && !name.startsWith("The condition"))
                        .toList());
        assertThat(outcomes).anyMatch(each -> !each.refused().isEmpty());
        assertThat(outcomes).anyMatch(each -> !each.due().isEmpty());
        assertThat(outcomes.stream().flatMap(each -> each.limits().stream()))
                .anyMatch(limited -> limited.allowed().compareTo(limited.wanted()) < 0);
        assertThat(CASES.stream().map(Case::expected).filter(String.class::isInstance))
                .anyMatch(message -> message.toString().contains("The condition breaks"))
                .anyMatch(message -> message.toString().contains("The consequence breaks"))
                .anyMatch(message -> message.toString().contains("below zero"));
    }

    /** Every thread goes through the cases from another one on and in steps of its own, so that all meet all. */
    private static long decideOnAllThreads(IntPredicate goOn) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> works = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                works.add(() -> {
                    int done = 0;
                    for (int next = first; goOn.test(done); next += 2 * first + 1, done++) {
                        Case each = CASES.get(next % CASES.size());
                        Object decided = decided(each);
                        if (!decided.equals(each.expected())) {
                            assertThat(decided).isEqualTo(each.expected());
                        }
                    }
                    return done;
                });
            }
            long all = 0;
            for (Future<Integer> each : threads.invokeAll(works)) {
                all += each.get();
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Object decided(Case each) {
        try {
            return ENGINE.decide(each.member(), each.event());
        } catch (EventRefusedException e) {
            return e.getMessage();
        }
    }

    private static List<Case> cases() {
        List<Member> members = List.of(
                Member.of("new", NOON.minusSeconds(60)),
                Member.of("regular", NOON.minusSeconds(100_000))
                        .holding(5, "stamps")
                        .holding(90, "points"),
                Member.of("golden", NOON.minusSeconds(100_000))
                        .holding(730, "points")
                        .inTier("Gold"),
                Member.of("sleeper", Instant.parse("2024-01-01T00:00:00Z")).holding(20, "stamps"));
        List<Case> cases = new ArrayList<>();
        for (Member member : members) {
            Member now = member;
            for (Event event : events()) {
                Case open = new Case(now, event, "");
                Object expected = decided(open);
                cases.add(new Case(now, event, expected));
                if (expected instanceof Outcome outcome) {
                    now = outcome.memberAfter();
                }
            }
        }
        assertThat(cases).hasSize(4 * events().size());
        return List.copyOf(cases);
    }

    private static List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            Instant at = NOON.plusSeconds(86_400L * 40 * i);
            Purchase bought = Purchase.of("till-" + i, at, "EUR")
                    .with(i, "latte", "coffee", "4.80")
                    .with(7 - i, "roll", "bakery", "1.15")
                    .with(Line.of(1, "voucher", "gift card", "25").with("weight", "2"))
                    .with("channel", i % 2 == 0 ? "app" : "till");
            events.add(bought);
            events.add(named(bought, "heavy")
                    .with(Line.of(1, "flour", "grocery", "2.49").with("weight", "heavy")));
            events.add(named(bought, "tip").with("tip", "1.50"));
            events.add(named(bought, "bad tip").with("tip", "none"));
            events.add(named(bought, "impossible").with(1, "latte", "coffee", "-4.80"));
            events.add(named(bought, "paid with points").redeeming(300, "pay with points"));
            events.add(named(bought, "with breakfast").redeeming("breakfast"));
            events.add(Redemption.of("breakfast-" + i, at, "breakfast"));
            events.add(Redemption.of("dinner-" + i, at, "dinner"));
            events.add(TimePassed.until(at.plusSeconds(86_400L * 20)));
        }
        return events;
    }

    private static Purchase named(Purchase bought, String what) {
        return new Purchase(
                bought.id() + " " + what,
                bought.at(),
                bought.currency(),
                bought.lines(),
                bought.shipping(),
                bought.wishes(),
                bought.attributes());
    }
}
