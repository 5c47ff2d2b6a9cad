package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.List;
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
    private final List<Tally> tallies;
    private final FactsOf facts;
    private final ByName<Balance> balances = new ByName<>();

    /**
     * As things stand.
     *
     * @param tallies what the event has earned
     * @param facts the member, and the moment
     */
    Balances(Definitions definitions, Ledger ledger, List<Tally> tallies, FactsOf facts) {
        this.ledger = ledger;
        this.held = ledger.holdings();
        this.tallies = tallies;
        this.facts = facts;
        definitions.kindNames().forEach(this::add);
        addAll(ledger.before());
        addAll(held.active());
        addAll(ledger.lent());
        addAll(held.pending());
        for (Tally tally : tallies) {
            add(tally.kind());
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
                        earned(kind),
                        Values.plain(ledger.spent(kind)),
                        facts.member(),
                        facts.moment()));
    }

    private BigDecimal earned(String kind) {
        for (Tally tally : tallies) {
            if (tally.kind().equals(kind)) {
                return tally.total();
            }
        }
        return BigDecimal.ZERO;
    }
}
