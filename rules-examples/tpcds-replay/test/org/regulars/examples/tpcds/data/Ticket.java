package org.regulars.examples.tpcds.data;

import java.time.Instant;
import java.util.List;

/**
 * A receipt of the store.
 *
 * @param number its number
 * @param customer who bought
 * @param at when, in UTC
 * @param lines what, in the order of the line numbers
 */
public record Ticket(long number, int customer, Instant at, List<TicketLine> lines) {

    /**
     * One line of it.
     *
     * @param number its place on the receipt, from 1
     * @param item which item
     * @param department the item's department
     * @param units how many
     * @param cents what each of them costs, in cents; 0 for what is given away
     */
    public record TicketLine(int number, int item, String department, int units, long cents) {}

    /** Keeps its own copy. */
    public Ticket {
        lines = List.copyOf(lines);
    }
}
