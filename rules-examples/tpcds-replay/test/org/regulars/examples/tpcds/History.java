package org.regulars.examples.tpcds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.regulars.examples.tpcds.data.BroughtBack;
import org.regulars.examples.tpcds.data.StoreYears;
import org.regulars.examples.tpcds.data.Ticket;

/**
 * What one customer bought and brought back, in the order of time.
 *
 * @param customer who
 * @param steps a {@link Ticket} or a {@link BroughtBack} each
 */
record History(int customer, List<Step> steps) {

    private static final Comparator<Step> IN_TIME = Comparator.comparing(Step::at)
            .thenComparing(step -> step.back() != null)
            .thenComparing(Step::ticketNumber)
            .thenComparing(step -> step.back() == null ? 0 : step.back().line());

    /** One of the two, the other is null. */
    record Step(Ticket ticket, BroughtBack back) {

        Instant at() {
            return ticket == null ? back.at() : ticket.at();
        }

        long ticketNumber() {
            return ticket == null ? back.ticket() : ticket.number();
        }
    }

    History {
        steps = List.copyOf(steps);
    }

    /** The history of every customer, by their numbers. What was bought by one and brought by another is the buyer's. */
    static List<History> of(StoreYears years) {
        Map<Integer, List<Step>> steps = new TreeMap<>();
        Map<Long, Integer> buyers = new HashMap<>();
        for (Ticket ticket : years.tickets()) {
            buyers.put(ticket.number(), ticket.customer());
            steps.computeIfAbsent(ticket.customer(), customer -> new ArrayList<>())
                    .add(new Step(ticket, null));
        }
        for (BroughtBack back : years.returns()) {
            steps.get(buyers.get(back.ticket())).add(new Step(null, back));
        }
        List<History> histories = new ArrayList<>();
        steps.forEach((customer, all) -> {
            all.sort(IN_TIME);
            histories.add(new History(customer, all));
        });
        return histories;
    }

    List<Ticket> tickets() {
        return steps.stream().map(Step::ticket).filter(ticket -> ticket != null).toList();
    }
}
