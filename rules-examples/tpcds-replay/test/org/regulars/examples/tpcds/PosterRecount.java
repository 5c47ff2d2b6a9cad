package org.regulars.examples.tpcds;

import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.regulars.examples.tpcds.data.BroughtBack;
import org.regulars.examples.tpcds.data.Ticket;
import org.regulars.examples.tpcds.data.Ticket.TicketLine;

/**
 * What the poster of the supermarket card promises to one member, counted the slow and obvious way: unit by unit, in whole
 * cents, with neither the engine nor its rules. After a return the receipt is counted again with what is kept, for the member
 * as they then were, and the difference goes on the card.
 */
final class PosterRecount {

    private static final Set<String> FRESH = Set.of("Produce", "Meat", "Seafood", "Dairy", "Eggs", "Deli");
    private static final Set<String> DRINKS = Set.of("Beverages", "Alcoholic Beverages");
    private static final Set<String> NOTHING = Set.of("Gift Cards", "Tobacco");

    /** What the card holds, and what was paid in all, in cents. */
    record Card(long points, long collected, long stamps, long paid) {

        static final Card EMPTY = new Card(0, 0, 0, 0);

        Card plus(Card other) {
            return new Card(
                    points + other.points, collected + other.collected, stamps + other.stamps, paid + other.paid);
        }

        Card minus(Card other) {
            return plus(new Card(-other.points, -other.collected, -other.stamps, -other.paid));
        }

        /** From 250 collected you are Silver, from 750 Gold. */
        String tier() {
            return collected >= 750 ? "Gold" : collected >= 250 ? "Silver" : "Bronze";
        }
    }

    /** A receipt: the card before it, how many units of each line are kept, and what they bring. */
    private record Bought(Ticket ticket, Card before, List<Integer> kept, Card brings) {}

    private record Unit(String department, long cents) {}

    private final Map<Long, Bought> receipts = new HashMap<>();
    private Card card = Card.EMPTY;
    private long freeAtTheTill;

    /** Counts what a member did. */
    PosterRecount(History history) {
        for (History.Step step : history.steps()) {
            if (step.ticket() != null) {
                buy(step.ticket());
            } else {
                bringBack(step.back());
            }
        }
    }

    /** The card in the end. */
    Card card() {
        return card;
    }

    /** How many units were free when they were bought. */
    long freeAtTheTill() {
        return freeAtTheTill;
    }

    private void buy(Ticket ticket) {
        List<Integer> kept = ticket.lines().stream().map(TicketLine::units).toList();
        freeAtTheTill += isOneFree(units(ticket, kept), card) ? 1 : 0;
        Card brings = count(ticket, kept, card);
        receipts.put(ticket.number(), new Bought(ticket, card, kept, brings));
        card = card.plus(brings);
    }

    private void bringBack(BroughtBack back) {
        Bought bought = receipts.get(back.ticket());
        List<Integer> kept = new ArrayList<>(bought.kept());
        kept.set(back.line() - 1, back.units() == 0 ? 0 : kept.get(back.line() - 1) - back.units());
        Card brings = count(bought.ticket(), kept, bought.before());
        receipts.put(back.ticket(), new Bought(bought.ticket(), bought.before(), kept, brings));
        card = card.plus(brings).minus(bought.brings());
    }

    private static Card count(Ticket ticket, List<Integer> kept, Card before) {
        List<Unit> paid = units(ticket, kept);
        boolean free = isOneFree(paid, before);
        if (free) {
            // The cheapest one of that day.
            paid.remove(paid.stream()
                    .filter(PosterRecount::isBread)
                    .min(Comparator.comparingLong(Unit::cents))
                    .orElseThrow());
        }
        long stamps = paid.stream().filter(PosterRecount::isBread).count();
        return new Card(
                points(paid, isWeekend(ticket), before.tier().equals("Gold")),
                paid.stream().mapToLong(PosterRecount::earning).sum() / 100,
                free ? stamps - 10 : stamps,
                paid.stream().mapToLong(Unit::cents).sum());
    }

    /** Ten from the bakery, and the next is free. */
    private static boolean isOneFree(List<Unit> units, Card before) {
        return before.stamps() >= 10 && units.stream().anyMatch(PosterRecount::isBread);
    }

    /** The units that are kept, without those that cost nothing anyway: they are no reward, and earn no stamp. */
    private static List<Unit> units(Ticket ticket, List<Integer> kept) {
        List<Unit> units = new ArrayList<>();
        for (TicketLine line : ticket.lines()) {
            for (int i = 0; i < kept.get(line.number() - 1) && line.cents() > 0; i++) {
                units.add(new Unit(line.department(), line.cents()));
            }
        }
        return units;
    }

    /** At weekends drinks count triple, or a shop of 50 or more earns 20 points extra: the better one counts. */
    private static long points(List<Unit> paid, boolean weekend, boolean gold) {
        long points = wholePoints(paid, 1, gold);
        if (!weekend) {
            return points;
        }
        long withTripleDrinks = wholePoints(paid, 3, gold);
        boolean bigShop = paid.stream().mapToLong(PosterRecount::earning).sum() >= 50_00;
        return Math.max(withTripleDrinks, bigShop ? points + 20 : points);
    }

    /** One point for every whole unit of money. Fresh food counts double. Gold earns a quarter more. */
    private static long wholePoints(List<Unit> paid, long drinks, boolean gold) {
        long quarters = 0;
        for (Unit unit : paid) {
            long times = FRESH.contains(unit.department()) ? 2 : DRINKS.contains(unit.department()) ? drinks : 1;
            quarters += earning(unit) * times * (gold ? 5 : 4);
        }
        return quarters / 4 / 100;
    }

    /** Gift cards and tobacco earn nothing. */
    private static long earning(Unit unit) {
        return NOTHING.contains(unit.department()) ? 0 : unit.cents();
    }

    private static boolean isBread(Unit unit) {
        return unit.department().equals("Baked Goods");
    }

    private static boolean isWeekend(Ticket ticket) {
        DayOfWeek day = ticket.at().atZone(ZoneOffset.UTC).getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
