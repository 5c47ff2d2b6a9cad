package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.regulars.decisions.Bonus;
import org.regulars.decisions.Earn;
import org.regulars.decisions.Multiply;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.values.Sum;
import org.regulars.program.Kind;

/** What rules put forward of one kind: what is earned of it, and the factors on it, each in order. */
final class OfKind {

    private static final Comparator<OfKind> BY_NAME = Comparator.comparing(OfKind::kind);

    private final String kind;
    private final List<Proposal> earned = new ArrayList<>();
    private Factors factors = Factors.NONE;

    private OfKind(String kind) {
        this.kind = kind;
    }

    /** Proposals apart by their kinds, in the order of the kinds' names; those that earn and multiply nothing are left out. */
    static List<OfKind> apart(List<Proposal> proposals) {
        ByName<OfKind> kinds = new ByName<>();
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            if (proposal.decision() instanceof Earn earn) {
                of(earn.kind(), kinds).earned.add(proposal);
            } else if (proposal.decision() instanceof Bonus bonus) {
                of(bonus.kind(), kinds).earned.add(proposal);
            } else if (proposal.decision() instanceof Multiply multiply) {
                of(multiply.kind(), kinds).add(proposal, multiply);
            }
        }
        List<OfKind> inOrder = new ArrayList<>(kinds.size());
        for (int i = 0; i < kinds.size(); i++) {
            inOrder.add(kinds.thing(i));
        }
        if (inOrder.size() > 1) {
            inOrder.sort(BY_NAME);
        }
        return inOrder;
    }

    /** What proposals put forward of one kind. */
    static OfKind only(String kind, List<Proposal> proposals) {
        OfKind only = new OfKind(kind);
        for (Proposal proposal : proposals) {
            if (proposal.decision() instanceof Multiply multiply
                    && multiply.kind().equals(kind)) {
                only.add(proposal, multiply);
            } else if ((proposal.decision() instanceof Earn earn && earn.kind().equals(kind))
                    || (proposal.decision() instanceof Bonus bonus
                            && bonus.kind().equals(kind))) {
                only.earned.add(proposal);
            }
        }
        return only;
    }

    private static OfKind of(String kind, ByName<OfKind> kinds) {
        OfKind found = kinds.get(kind);
        if (found == null) {
            found = new OfKind(kind);
            kinds.put(kind, found);
        }
        return found;
    }

    String kind() {
        return kind;
    }

    Factors factors() {
        return factors;
    }

    private void add(Proposal proposal, Multiply multiply) {
        factors = factors == Factors.NONE ? new Factors() : factors;
        factors.add(proposal, multiply.factor());
    }

    boolean isEarned() {
        return !earned.isEmpty();
    }

    /** Everything earned, before any limit is held against it: an earning is rounded first if its kind says so. */
    List<Award> awards(Kind defined) {
        List<Award> awards = new ArrayList<>(earned.size());
        for (int i = 0; i < earned.size(); i++) {
            Proposal proposal = earned.get(i);
            Meter.tick();
            if (proposal.decision() instanceof Earn earn) {
                BigDecimal once = defined.eachEarnRounded() ? defined.round(earn.amount()) : earn.amount();
                awards.add(Award.whole(proposal, factors.times(once, proposal.lines())));
            } else if (proposal.decision() instanceof Bonus extra) {
                awards.add(Award.whole(proposal, extra.amount()));
            }
        }
        return awards;
    }

    /** How much that comes to without limits, before the sum is rounded. */
    BigDecimal unrounded(Kind defined) {
        Sum sum = new Sum();
        for (Award award : awards(defined)) {
            sum.add(award.isFlat() ? defined.round(award.amount()) : award.amount());
        }
        return sum.value();
    }
}
