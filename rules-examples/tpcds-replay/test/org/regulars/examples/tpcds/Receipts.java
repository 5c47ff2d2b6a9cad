package org.regulars.examples.tpcds;

import java.math.BigDecimal;
import java.time.Instant;
import org.regulars.Line;
import org.regulars.Member;
import org.regulars.Purchase;
import org.regulars.Return;
import org.regulars.examples.tpcds.data.BroughtBack;
import org.regulars.examples.tpcds.data.Ticket;
import org.regulars.examples.tpcds.data.Ticket.TicketLine;

/** Tells the engine of customers, receipts and returns in its own words. */
final class Receipts {

    static final String CURRENCY = "USD";

    private Receipts() {}

    /** Someone who joined with their first purchase. */
    static Member member(int customer, Instant joined) {
        return Member.of(String.valueOf(customer), joined);
    }

    static Purchase purchase(Ticket ticket) {
        Purchase purchase = Purchase.of(id(ticket.number()), ticket.at(), CURRENCY);
        for (TicketLine line : ticket.lines()) {
            BigDecimal units = BigDecimal.valueOf(line.units());
            purchase = purchase.with(Line.totalling(
                    units,
                    "item " + line.item(),
                    line.department(),
                    units.multiply(BigDecimal.valueOf(line.cents(), 2))));
        }
        return purchase;
    }

    static Return brought(BroughtBack back) {
        Return.Part part = back.units() == 0 ? Return.line(back.line()) : Return.line(back.line(), back.units());
        return Return.of(id(back.ticket()) + " line " + back.line(), back.at(), part);
    }

    private static String id(long ticket) {
        return "ticket " + ticket;
    }
}
