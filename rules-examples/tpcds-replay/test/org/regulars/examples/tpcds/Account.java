package org.regulars.examples.tpcds;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.regulars.Lot;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Return;
import org.regulars.examples.tpcds.data.Ticket;

/** One member, carried from purchase to purchase and from return to return. */
final class Account {

    /** One receipt in so many is brought back line by line in the end, the others as a whole. */
    private static final int LINE_BY_LINE = 10;

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private final LoyaltyEngine engine;
    private final History history;
    private final Books books = new Books();
    private final Map<Long, Outcome> receipts = new LinkedHashMap<>();
    private final List<String> unexplained = new ArrayList<>();
    private Member member;

    /** An account on which nothing has happened. */
    Account(LoyaltyEngine engine, History history) {
        this.engine = engine;
        this.history = history;
        this.member = Receipts.member(history.customer(), history.steps().get(0).at());
    }

    /** Everything that the history says, in the order of time. */
    void playHistory() {
        for (History.Step step : history.steps()) {
            if (step.ticket() != null) {
                buy(step.ticket());
            } else {
                bringBack(receipts.get(step.back().ticket()), Receipts.brought(step.back()));
            }
        }
    }

    /** All that is still kept of every receipt comes back, in an order that chance gives: of some line by line. */
    void bringBackTheRest(Instant at, Random chance) {
        List<Runnable> pieces = new ArrayList<>();
        for (Ticket ticket : history.tickets()) {
            Outcome receipt = receipts.get(ticket.number());
            List<Integer> kept = kept(ticket);
            if (chance.nextInt(LINE_BY_LINE) == 0) {
                kept.forEach(line -> pieces.add(() -> bringBack(
                        receipt, Return.of("rest of " + ticket.number() + " line " + line, at, Return.line(line)))));
            } else if (!kept.isEmpty()) {
                pieces.add(() -> bringBack(receipt, Return.everything("rest of " + ticket.number(), at)));
            }
        }
        Collections.shuffle(pieces, chance);
        pieces.forEach(Runnable::run);
    }

    Member member() {
        return member;
    }

    Books books() {
        return books;
    }

    /** The events after which a balance was not the one before and the postings; there must be none. */
    List<String> unexplained() {
        return unexplained;
    }

    /** Active and pending, less what is owed, lot by lot. */
    static BigDecimal held(Member member, String kind) {
        return member.lots().stream()
                .filter(lot -> lot.kind().equals(kind))
                .map(Lot::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void buy(Ticket ticket) {
        Purchase purchase = Receipts.purchase(ticket);
        long start = PROCESSOR.getCurrentThreadCpuTime();
        Outcome outcome = engine.decide(member, purchase);
        books.bought(outcome, PROCESSOR.getCurrentThreadCpuTime() - start);
        receipts.put(ticket.number(), outcome);
        enter(outcome);
    }

    private void bringBack(Outcome receipt, Return brought) {
        long start = PROCESSOR.getCurrentThreadCpuTime();
        Outcome outcome = engine.reverse(member, receipt, brought);
        books.broughtBack(outcome, PROCESSOR.getCurrentThreadCpuTime() - start);
        enter(outcome);
    }

    private void enter(Outcome outcome) {
        Movements moved = new Movements();
        moved.enter(outcome);
        Set<String> kinds = new TreeSet<>(moved.kinds());
        outcome.memberBefore().lots().forEach(lot -> kinds.add(lot.kind()));
        outcome.memberAfter().lots().forEach(lot -> kinds.add(lot.kind()));
        for (String kind : kinds) {
            BigDecimal change = held(outcome.memberAfter(), kind).subtract(held(outcome.memberBefore(), kind));
            if (change.compareTo(moved.net(kind)) != 0) {
                unexplained.add(outcome.event().id() + ", member " + member.id() + ": " + kind + " changed by " + change
                        + ", the postings say " + moved.net(kind));
            }
        }
        member = outcome.memberAfter();
    }

    /** The lines of a receipt of which anything is still kept. */
    private List<Integer> kept(Ticket ticket) {
        int[] kept = ticket.lines().stream().mapToInt(Ticket.TicketLine::units).toArray();
        for (History.Step step : history.steps()) {
            if (step.back() != null && step.back().ticket() == ticket.number()) {
                int line = step.back().line() - 1;
                kept[line] -=
                        step.back().units() == 0 ? kept[line] : step.back().units();
            }
        }
        List<Integer> lines = new ArrayList<>();
        for (int line = 1; line <= kept.length; line++) {
            if (kept[line - 1] > 0) {
                lines.add(line);
            }
        }
        return lines;
    }
}
