package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.regulars.Due;
import org.regulars.Line;
import org.regulars.Lot;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Redemption;
import org.regulars.Return;
import org.regulars.laws.Deeds.Buys;
import org.regulars.laws.Deeds.Deed;

/** Time passes in one step or in a hundred, before an event or without one, and the member is the same. */
class AdvanceTest {

    /** Two days before a month ends, with all that changes of the clock after it. */
    private static final Instant START = Instant.parse("2026-02-26T09:30:00Z");

    /**
     * A program in which much falls due.
     *
     * @param points how points live
     * @param ladder how a tier ends
     */
    record Falling(String zone, String points, String ladder) {

        String text() {
            return """
                    rule "Where and how"
                    when
                        Program()
                    then
                        insert( Zone.of( "%s" ) );
                        insert( Kind.of( "points" )%s );
                        insert( Kind.of( "status" ).expiresAfterMonths( 1 ) );
                        insert( Kind.of( "gifts" ).expiresAfterDays( 3 ) );
                        insert( Tiers.of( "Green", "Gold", "Reserve" )%s );
                    end

                    rule "Points and status on what is paid"
                    when
                        $paid : Paid()
                    then
                        insert( Earn.of( 1, "points" ).times( $paid.amount() ) );
                        insert( Earn.of( 1, "status" ).times( $paid.amount() ) );
                    end

                    rule "A gift on every fifth day, at most 3 a month"
                    when
                        Day( dayOfMonth in ( 5, 10, 15, 20, 25, 30 ) )
                    then
                        insert( Bonus.of( 2, "gifts" ) );
                        insert( Limit.of( 3, "gifts" ).perMonth() );
                    end

                    rule "20 points become a voucher on the first of the month"
                    when
                        Day( dayOfMonth == 1 )
                    then
                        insert( Convert.of( 20, "points" ).into( 1, "vouchers" ).repeatedly() );
                    end

                    rule "Gold members are given 5 points on Mondays"
                    when
                        Day( day == MONDAY, member.tier.isAtLeast( "Gold" ) )
                    then
                        insert( Bonus.of( 5, "points" ) );
                    end

                    rule "Who lets 10 points go is comforted"
                    when
                        Expired( kind == "points", amount >= 10 )
                    then
                        insert( Bonus.of( 1, "comfort" ) );
                    end

                    rule "60 status: Gold"
                    when
                        Balance( kind == "status", amount >= 60 )
                    then
                        insert( Upgrade.to( "Gold" ) );
                    end

                    rule "150 status: Reserve"
                    when
                        Balance( kind == "status", amount >= 150 )
                    then
                        insert( Upgrade.to( "Reserve" ) );
                    end

                    rule "30 points: a cake next time"
                    when
                        Balance( kind == "points", amount >= 30 )
                    then
                        insert( FreeItem.of( 1, "cake" ).costing( 30, "points" ) );
                    end
                    """.formatted(zone, points, ladder);
        }
    }

    @Provide
    Arbitrary<Falling> programs() {
        return Arbitraries.of(
                new Falling("UTC", ".pendingDays( 3 ).expiresAfterDays( 10 )", ".lastsDays( 20 )"),
                new Falling("Europe/Oslo", ".pendingDays( 14 ).atMonthEnd()", ".lastsMonths( 1 ).fallsOneStep()"),
                new Falling("Pacific/Auckland", ".expiresAfterMonths( 1 )", ".throughAnniversary().fallsOneStep()"),
                new Falling("America/New_York", ".pendingDays( 1 ).expiresAfterMonths( 1 ).sinceActivity()", ""),
                new Falling("America/New_York", ".expiresAfterDays( 0 )", ".lastsDays( 0 ).fallsOneStep()"),
                new Falling("Europe/Oslo", ".pendingDays( 30 ).expiresAfterDays( 30 )", ".onlyWhileReached()"));
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Deeds.any().map(deeds -> deeds.stream().limit(5).toList());
    }

    /** In minutes, some of them a day to the hour. */
    @Provide
    Arbitrary<List<Integer>> steps() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 6_000), Arbitraries.of(1, 30, 60, 1_380, 1_440, 1_500))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void one_step_or_many_lead_to_the_same_member(
            @ForAll("programs") Falling program,
            @ForAll("deeds") List<Deed> deeds,
            @ForAll("steps") List<Integer> steps) {
        LoyaltyEngine engine = Compiled.engine(program.text());
        Member member = member(engine, deeds);
        Instant time = Instant.parse(member.asOf());
        Member stepped = member;
        List<Due> due = new ArrayList<>();
        for (int minutes : steps) {
            time = time.plus(Duration.ofMinutes(minutes));
            Outcome step = engine.advance(stepped, time);
            stepped = step.memberAfter();
            due.addAll(step.due());
        }

        Outcome whole = engine.advance(member, time);
        assertThat(stepped).isEqualTo(whole.memberAfter());
        assertThat(due).isEqualTo(whole.due());
        assertThat(engine.advance(stepped, START).memberAfter()).isEqualTo(stepped);
        assertThat(whole.due().stream()
                        .filter(each -> each.sort() == Due.Sort.ACTIVATED)
                        .map(Due::at)
                        .toList())
                .containsAll(activations(member, time));

        Redemption event = Redemption.of("last", time.plusSeconds(60), "nothing");
        Outcome after = engine.decide(stepped, event);
        Outcome at = engine.decide(member, event);
        assertThat(after.memberAfter()).isEqualTo(at.memberAfter());
        assertThat(after.granted()).isEqualTo(at.granted());
        assertThat(after.postings()).isEqualTo(at.postings());
        assertThat(after.tierChanges()).isEqualTo(at.tierChanges());
    }

    /** What comes back after time has passed finds the member as they would be had nobody looked. */
    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void a_return_after_looking_is_a_return_without_looking(
            @ForAll("programs") Falling program,
            @ForAll("deeds") List<Deed> deeds,
            @ForAll("steps") List<Integer> steps) {
        LoyaltyEngine engine = Compiled.engine(program.text());
        Member member = member(engine, deeds);
        Instant time = Instant.parse(member.asOf());
        Outcome bought =
                engine.decide(member, Deeds.receipt("bought", time, List.of(Line.of(3, "coat", "goods", "41.50"))));
        Member stepped = bought.memberAfter();
        for (int minutes : steps) {
            time = time.plus(Duration.ofMinutes(minutes));
            stepped = engine.advance(stepped, time).memberAfter();
        }
        Return two = Return.of("back", time, Return.line(1, 2));

        Outcome looked = engine.reverse(stepped, bought, two);
        Outcome unlooked = engine.reverse(bought.memberAfter(), bought, two);
        assertThat(looked.memberAfter()).isEqualTo(unlooked.memberAfter());
        assertThat(looked.postings()).isEqualTo(unlooked.postings());
        assertThat(looked.reversal()).isEqualTo(unlooked.reversal());
    }

    @Tag("soak")
    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void one_step_or_many_for_long(
            @ForAll("programs") Falling program,
            @ForAll("deeds") List<Deed> deeds,
            @ForAll("steps") List<Integer> steps) {
        one_step_or_many_lead_to_the_same_member(program, deeds, steps);
        a_return_after_looking_is_a_return_without_looking(program, deeds, steps);
    }

    /** When what the member holds, and cannot spend yet, can be spent, unless it has lapsed by then. */
    private static List<String> activations(Member member, Instant until) {
        return member.lots().stream()
                .filter(lot -> Instant.parse(lot.activeFrom()).isAfter(Instant.parse(member.asOf()))
                        && !Instant.parse(lot.activeFrom()).isAfter(until)
                        && (lot.expiresAt() == null
                                || Instant.parse(lot.expiresAt()).isAfter(Instant.parse(lot.activeFrom()))))
                .map(Lot::activeFrom)
                .toList();
    }

    private static Member member(LoyaltyEngine engine, List<Deed> deeds) {
        Member member = Member.of("ana", START.minus(Duration.ofDays(300)));
        member = engine.advance(member, START).memberAfter();
        Instant time = START;
        int next = 0;
        for (Deed deed : deeds) {
            if (deed instanceof Buys buys) {
                time = time.plus(Deeds.hours(buys.after()));
                Instant at = time.minus(Deeds.hours(buys.late() / 10));
                member = engine.decide(member, Deeds.receipt("e" + ++next, at, buys.basket()))
                        .memberAfter();
            }
        }
        return member;
    }
}
