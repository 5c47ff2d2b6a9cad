package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.regulars.Tally;
import org.regulars.facts.Balance;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.rules.Firing;
import org.regulars.internal.values.Values;

/**
 * What the rules see of what is held, once everything has been earned and spent: of each kind that the program defines, that the
 * member holds or held, and that the event touched.
 */
final class Balances {

    private final Ledger ledger;
    private final Holdings held;
    private final Function<String, BigDecimal> earned;
    private final FactsOf facts;
    private final ByName<Balance> balances = new ByName<>();

    /**
     * As things stand.
     *
     * @param earned how much the event has earned of a kind
     * @param kinds what it has earned
     * @param facts the member, and the moment
     */
    Balances(
            Definitions definitions,
            Ledger ledger,
            Function<String, BigDecimal> earned,
            List<Tally> kinds,
            FactsOf facts) {
        this.ledger = ledger;
        this.held = ledger.holdings();
        this.earned = earned;
        this.facts = facts;
        definitions.kindNames().forEach(this::add);
        addAll(ledger.before());
        addAll(held.active());
        addAll(ledger.lent());
        addAll(held.pending());
        for (int i = 0; i < kinds.size(); i++) {
            add(kinds.get(i).kind());
        }
    }

    /** Puts them before the rules. */
    void insertInto(Firing firing) {
        for (int i = 0; i < balances.size(); i++) {
            firing.insert(balances.thing(i));
        }
    }

    private void addAll(Amounts amounts) {
        for (int i = 0; i < amounts.size(); i++) {
            add(amounts.name(i));
        }
    }

    private void add(String kind) {
        if (balances.get(kind) != null) {
            return;
        }
        Meter.tick();
        balances.put(
                kind,
                new Balance(
                        kind,
                        Values.plain(held.active().of(kind)),
                        Values.plain(held.pending().of(kind)),
                        Values.plain(ledger.before().of(kind)),
                        earned.apply(kind),
                        Values.plain(ledger.spent(kind)),
                        facts.member(),
                        facts.moment()));
    }
}
