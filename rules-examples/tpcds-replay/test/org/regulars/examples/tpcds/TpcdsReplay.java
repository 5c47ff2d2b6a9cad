package org.regulars.examples.tpcds;

import java.util.List;
import org.regulars.LoyaltyEngine;
import org.regulars.RuleSet;
import org.regulars.examples.tpcds.data.StoreYears;

/** Replays all sales and returns, takes back the rest, and prints the figures. */
public final class TpcdsReplay {

    static final String RULES = "supermarket-card/supermarket-card.drl";

    private TpcdsReplay() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        StoreYears years = StoreYears.generate();
        System.out.println(years.gaps()+" tickets "+years.tickets().size()+" returns "+years.returns().size());
        List<History> h = History.of(years);
        System.out.println("generated "+(System.nanoTime()-start)/1e9);
        if (arguments.length > 0) h = h.subList(0, Integer.parseInt(arguments[0]));
        try (RuleSet rules = RuleSet.fromClasspath(RULES)) {
            System.out.println("rules "+(System.nanoTime()-start)/1e9);
            List<Replay.Played> played = Replay.of(h, LoyaltyEngine.with(rules));
            System.out.println("played "+(System.nanoTime()-start)/1e9);
            Books y = new Books(), a = new Books(); int bad=0; int max=0, un=0;
            for (Replay.Played p : played) {
                y.add(p.years()); a.add(p.all()); max=Math.max(max,p.returns()); un+=p.unexplained().size();
                if (un<5) p.unexplained().forEach(System.out::println);
                PosterRecount.Card c = PosterRecount.after(p.history());
                PosterRecount.Card is = new PosterRecount.Card(Account.held(p.afterYears(),"points").longValueExact(), Account.held(p.afterYears(),"collected").longValueExact(), Account.held(p.afterYears(),"bakery stamps").longValueExact(), p.years().paid().subtract(p.years().refunded()).movePointRight(2).longValueExact(), c.freeUnits());
                String t = p.afterYears().statuses().isEmpty()?"Bronze":p.afterYears().statuses().get(0).tier();
                if (!c.equals(is) || !c.tier().equals(t)) { if (bad++<10) System.out.println(p.history().customer()+" "+p.history().steps().size()+" recount "+c+" "+c.tier()+" engine "+is+" "+t); }
                if (!p.afterAll().lots().isEmpty() || !p.afterAll().statuses().isEmpty() || !p.afterAll().counted().isEmpty() || p.all().paid().compareTo(p.all().refunded())!=0) { if (bad++<20) System.out.println("END "+p.history().customer()+" "+p.afterAll().lots()+p.afterAll().statuses()+p.afterAll().counted()+" "+p.all().paid()+" "+p.all().refunded()); }
            }
            System.out.println("bad "+bad+" maxReturns "+max+" unexplained "+un+" checked "+(System.nanoTime()-start)/1e9);
            for (Books b : List.of(y,a)) { System.out.println(b.receipts()+" "+b.lines()+" "+b.returns()+" sales "+b.sales()+" paid "+b.paid()+" ref "+b.refunded()+" free "+b.freeUnits()+" dec/s "+b.decisionsPerSecond()+" rev/s "+b.reversalsPerSecond());
              for (String k : b.movements().kinds()) for (var cause : org.regulars.Posting.Cause.values()) if (b.movements().of(k,cause).signum()!=0) System.out.println("  "+k+" "+cause+" "+b.movements().of(k,cause)); }
        }
    }
}
