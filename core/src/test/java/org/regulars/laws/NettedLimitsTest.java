package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Return;
import org.regulars.laws.Deeds.BringsBack;
import org.regulars.laws.Deeds.Buys;
import org.regulars.laws.Deeds.Deed;

/** Law 4 with limits: a limit is held against what is kept, on whichever receipt something came back. */
class NettedLimitsTest {

    /** In the days before a year ends, and a month. */
    private static final Instant START = Instant.parse("2026-11-28T09:30:00Z");

    private static final BigDecimal NO_LIMIT = new BigDecimal(1_000_000_000);

    /**
     * Limits on points.
     *
     * @param perDay how many a day, and so on; 0 for no limit
     * @param onOffer whether they are on the one rule there is, before anything is rounded
     */
    record Capped(String zone, String rate, int decimals, int perDay, int perMonth, int perYear, boolean onOffer) {

        BigDecimal wanted(BigDecimal paid) {
            return paid.multiply(new BigDecimal(rate)).setScale(decimals, RoundingMode.HALF_UP);
        }

        LocalDate date(Instant at) {
            return at.atZone(ZoneId.of(zone)).toLocalDate();
        }

        String text() {
            String own = onOffer ? ".onThisOffer()" : "";
            return """
                    rule "Where and how"
                    when
                        Program()
                    then
                        insert( Zone.of( "%s" ) );
                        insert( Kind.of( "points" ).decimals( %d ).roundedHalfUp() );
                    end

                    rule "Points on what is paid"
                    when
                        $paid : Paid()
                    then
                        insert( Earn.of( "%s", "points" ).times( $paid.amount() ) );
                        %s
                        %s
                        %s
                    end
                    """.formatted(
                    zone,
                    decimals,
                    rate,
                    perDay == 0 ? "" : "insert( Limit.of( " + perDay + ", \"points\" ).perDay()" + own + " );",
                    perMonth == 0 ? "" : "insert( Limit.of( " + perMonth + ", \"points\" ).perMonth()" + own + " );",
                    perYear == 0 ? "" : "insert( Limit.of( " + perYear + ", \"points\" ).perYear()" + own + " );");
        }
    }

    @Provide
    Arbitrary<Capped> limits() {
        return Arbitraries.of(
                new Capped("UTC", "1", 0, 0, 0, 200, false),
                new Capped("Europe/Oslo", "0.3333", 2, 0, 20, 0, false),
                new Capped("Pacific/Auckland", "1", 0, 30, 80, 150, false),
                new Capped("America/New_York", "2", 0, 50, 0, 120, false),
                new Capped("UTC", "0.15", 0, 5, 9, 0, false),
                new Capped("UTC", "1", 2, 30, 80, 150, true));
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Deeds.any()
                .map(deeds -> deeds.stream()
                        .filter(deed -> deed instanceof Buys || deed instanceof BringsBack)
                        .toList());
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void what_is_kept_is_netted_before_the_cap(@ForAll("limits") Capped limits, @ForAll("deeds") List<Deed> deeds) {
        LoyaltyEngine engine = Compiled.engine(limits.text());
        Member member = Member.of("ana", Card.JOINED);
        List<Outcome> receipts = new ArrayList<>();
        List<KeptLines> kept = new ArrayList<>();
        Instant time = START;
        int next = 0;
        for (Deed deed : deeds) {
            time = time.plus(Deeds.hours(deed.after()));
            String id = "e" + ++next;
            if (deed instanceof Buys buys) {
                Instant at = time.minus(Deeds.hours(buys.late()));
                Purchase purchase = Deeds.receipt(id, at, buys.basket());
                receipts.add(engine.decide(member, purchase));
                kept.add(new KeptLines(purchase));
                member = receipts.get(receipts.size() - 1).memberAfter();
            } else if (deed instanceof BringsBack back && !receipts.isEmpty()) {
                int which = back.which() % receipts.size();
                if (!kept.get(which).isNothing()) {
                    List<Return.Part> parts = Deeds.parts(kept.get(which), back.picks());
                    kept.get(which).bringBack(parts);
                    member = engine.reverse(
                                    member, receipts.get(which), new Return(id, time.toString(), parts, Map.of()))
                            .memberAfter();
                }
            }
            assertThat(member.balance("points"))
                    .as("%s until %s", deed, time)
                    .isEqualByComparingTo(netted(limits, receipts, kept));
        }
    }

    @Tag("soak")
    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void netted_before_the_cap_for_long(@ForAll("limits") Capped limits, @ForAll("deeds") List<Deed> deeds) {
        what_is_kept_is_netted_before_the_cap(limits, deeds);
    }

    /** All that would have been earned on a day, as far as that is allowed; of that all in a month, and in a year. */
    private static BigDecimal netted(Capped limits, List<Outcome> receipts, List<KeptLines> kept) {
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        for (int i = 0; i < receipts.size(); i++) {
            Instant at = receipts.get(i).event().instant();
            days.merge(limits.date(at), limits.wanted(kept.get(i).total("")), BigDecimal::add);
        }
        Map<String, BigDecimal> months =
                upTo(limits.perDay(), days, day -> day.toString().substring(0, 7));
        Map<String, BigDecimal> years = upTo(limits.perMonth(), months, month -> month.substring(0, 4));
        return upTo(limits.perYear(), years, year -> "").getOrDefault("", BigDecimal.ZERO);
    }

    private static <T> Map<String, BigDecimal> upTo(int most, Map<T, BigDecimal> each, Function<T, String> longer) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        each.forEach((time, amount) -> sums.merge(
                longer.apply(time), amount.min(most == 0 ? NO_LIMIT : BigDecimal.valueOf(most)), BigDecimal::add));
        return sums;
    }
}
