package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.decisions.Overdraft;
import org.regulars.internal.values.Values;

/** What the member may spend beyond what they hold, in one event: of each kind the most that any rule lends. */
final class Overdrafts {

    /** The overdraft that counts for a kind. */
    private record Lent(Proposal proposal, Overdraft overdraft, BigDecimal held, BigDecimal amount) {}

    private final Map<String, Lent> lent;
    private final Amounts spentBeforehand = new Amounts();
    private final List<Proposal> others;

    /**
     * Lends, before anything is spent.
     *
     * @param proposals what the rules put forward, in order
     */
    Overdrafts(Ledger ledger, List<Proposal> proposals) {
        if (!lends(proposals)) {
            lent = Map.of();
            others = proposals;
            return;
        }
        lent = new TreeMap<>();
        others = new ArrayList<>();
        for (Proposal proposal : proposals) {
            if (proposal.decision() instanceof Overdraft overdraft) {
                BigDecimal held = ledger.held(overdraft.kind());
                BigDecimal amount = more(overdraft, held);
                Lent most = lent.get(overdraft.kind());
                if (amount.compareTo(most == null ? BigDecimal.ZERO : most.amount()) > 0) {
                    lent.put(overdraft.kind(), new Lent(proposal, overdraft, held, amount));
                }
            } else {
                others.add(proposal);
            }
        }
        lent.forEach((kind, most) -> ledger.lend(kind, most.amount()));
    }

    private static boolean lends(List<Proposal> proposals) {
        for (int i = 0; i < proposals.size(); i++) {
            if (proposals.get(i).decision() instanceof Overdraft) {
                return true;
            }
        }
        return false;
    }

    /** What else the rules put forward. */
    List<Proposal> others() {
        return others;
    }

    /** Notes that so much had to be there before the event. */
    void spentBeforehand(String kind, BigDecimal amount) {
        spentBeforehand.add(kind, amount);
    }

    /** The overdrafts without which the event could not have spent what it did. */
    List<Granted> used(Ledger ledger) {
        List<Granted> used = lent.isEmpty() ? List.of() : new ArrayList<>();
        lent.forEach((kind, most) -> {
            BigDecimal ahead = spentBeforehand.of(kind).subtract(most.held().max(BigDecimal.ZERO));
            BigDecimal below = most.held().min(BigDecimal.ZERO).subtract(ledger.held(kind));
            BigDecimal borrowed = ahead.max(below);
            if (borrowed.signum() > 0) {
                used.add(granted(most, borrowed));
            }
        });
        return used;
    }

    private static Granted granted(Lent lent, BigDecimal borrowed) {
        return new Granted(
                lent.proposal().offer(),
                Granted.Sort.OVERDRAFT,
                lent.amount(),
                lent.overdraft().kind(),
                lent.proposal().lines(),
                BigDecimal.ZERO,
                basis(lent),
                null,
                null,
                Values.plain(borrowed).toPlainString() + " of it used");
    }

    private static Granted.@Nullable Basis basis(Lent lent) {
        BigDecimal percent =
                lent.overdraft().amount() == null ? lent.overdraft().percent() : null;
        return percent == null ? null : new Granted.Basis(percent, null, lent.held());
    }

    /** How much more may be spent by someone who holds so much; a share is rounded down to whole units. */
    private static BigDecimal more(Overdraft overdraft, BigDecimal held) {
        BigDecimal percent = overdraft.percent();
        BigDecimal share = percent == null
                ? BigDecimal.ZERO
                : held.max(BigDecimal.ZERO).multiply(percent).divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN);
        BigDecimal more = overdraft.amount() == null ? share : overdraft.amount();
        return overdraft.upTo() == null ? more : more.min(overdraft.upTo());
    }
}
