package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Limited;
import org.regulars.Refused;
import org.regulars.Tally;
import org.regulars.decisions.Bonus;
import org.regulars.decisions.Earn;
import org.regulars.decisions.Multiply;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.values.ByRank;
import org.regulars.internal.values.Sum;
import org.regulars.program.Expiry;
import org.regulars.program.Kind;

/**
 * What an event earns: every {@code Earn} times the factors that reach it, added up and rounded kind by
 * kind, plus every {@code Bonus}, as far as limits let it through.
 */
final class Earning {

    /** For reading: rule by rule, and as the lines follow each other on the receipt. */
    private static final Comparator<Award> LISTED = Earning::compareListed;

    private final Bill bill;
    private final Limits limits;
    private final ByName<Tally> tallies = new ByName<>();

    /** Everything that is granted, factors among it. */
    private final List<Award> listed;

    private final List<Refused> refused = new ArrayList<>();
    private final Attribution attribution = new Attribution();
    private final List<Credit> credits = new ArrayList<>(4);

    /** What is earned of one kind after the other. */
    private final Sum exactly = new Sum();

    private final Sum flat = new Sum();

    /**
     * What is earned of a kind and lives equally long.
     *
     * @param life how long it lives, or null for as long as its kind says
     */
    record Credit(String kind, BigDecimal amount, @Nullable Expiry life) {}

    /**
     * Works everything out.
     *
     * @param bill what is paid for; an empty one for an activity
     * @param proposals what the rules put forward, the best of their groups, in order
     * @param limits the limits to hold against it
     */
    Earning(Definitions definitions, Bill bill, List<Proposal> proposals, Limits limits) {
        this.bill = bill;
        this.limits = limits;
        this.listed = new ArrayList<>(proposals.size());
        List<Proposal> idle = List.of();
        List<OfKind> apart = OfKind.apart(proposals);
        for (int k = 0; k < apart.size(); k++) {
            OfKind each = apart.get(k);
            if (each.isEarned()) {
                earn(definitions.kind(each.kind()), each);
            }
            Factors factors = each.factors();
            for (int i = 0; i < factors.size(); i++) {
                if (!factors.isReaching(i)) {
                    idle = idle.isEmpty() ? new ArrayList<>() : idle;
                    idle.add(factors.proposal(i));
                }
            }
        }
        Proposal.sort(idle);
        for (int i = 0; i < idle.size(); i++) {
            Proposal factor = idle.get(i);
            refused.add(Sorts.refused(
                    factor,
                    Refused.Reason.NOTHING_TO_APPLY_TO,
                    "no " + Sorts.what(factor.decision()) + " were earned on "
                            + (factor.lines().isEmpty() ? "it" : "its lines")));
        }
        ByRank.sort(listed, award -> award.proposal().listed(), LISTED);
    }

    private static int compareListed(Award one, Award other) {
        int compared = Long.compare(one.proposal().listed(), other.proposal().listed());
        return compared == 0 ? Integer.compare(firstLine(one), firstLine(other)) : compared;
    }

    private static int firstLine(Award award) {
        List<Integer> lines = award.proposal().lines();
        return lines.isEmpty() ? 0 : lines.get(0);
    }

    List<Tally> tallies() {
        Tally[] inOrder = new Tally[tallies.size()];
        for (int i = 0; i < inOrder.length; i++) {
            inOrder[i] = tallies.thing(i);
        }
        return List.of(inOrder);
    }

    /** Adds what is granted by it, listed. */
    void grant(List<Granted> granted) {
        for (int i = 0; i < listed.size(); i++) {
            granted.add(granted(listed.get(i)));
        }
    }

    List<Refused> refused() {
        return refused;
    }

    /** Every limit that something went through. */
    List<Limited> limits() {
        return limits.limited();
    }

    /** What is earned, apart by how long it lives. */
    List<Credit> credits() {
        return credits;
    }

    Attribution attribution() {
        return attribution;
    }

    /** How much of a kind is earned in all. */
    BigDecimal total(String kind) {
        Tally tally = tallies.get(kind);
        return tally == null ? BigDecimal.ZERO : tally.total();
    }

    private void earn(Kind kind, OfKind all) {
        exactly.clear();
        flat.clear();
        List<Award> awards = limits.cut(kind.name(), all.awards(kind));
        for (int i = 0; i < awards.size(); i++) {
            Award award = awards.get(i);
            (award.isFlat() ? flat : exactly).add(award.rounded(kind));
            listed.add(award);
        }
        Factors factors = all.factors();
        for (int i = 0; i < factors.size(); i++) {
            Proposal factor = factors.proposal(i);
            if (factors.isReaching(i) && factor.decision() instanceof Multiply multiply) {
                listed.add(Award.whole(factor, multiply.factor()));
            }
        }
        BigDecimal exact = exactly.value();
        BigDecimal bonus = flat.value();
        BigDecimal rounded = kind.round(exact);
        BigDecimal uncut = bonus.signum() == 0 ? rounded : rounded.add(bonus);
        BigDecimal total = limits.cut(kind, uncut);
        tallies.put(
                kind.name(),
                new Tally(
                        kind.name(),
                        exact,
                        rounded,
                        bonus,
                        uncut.subtract(total),
                        total,
                        kind.decimals(),
                        kind.rounding(),
                        kind.eachEarnRounded()));
        if (!bill.lines().isEmpty()) {
            attribution.add(new Shares(bill, kind, awards, total));
        }
        Lives.credit(kind, total, awards, credits);
    }

    private static Granted granted(Award award) {
        if (award.proposal().decision() instanceof Earn earn) {
            Granted.Basis basis =
                    earn.basis() == null ? null : new Granted.Basis(earn.rate(), earn.step(), earn.basis());
            return granted(award.proposal(), Granted.Sort.EARN, earn.amount(), basis, award.note());
        }
        if (award.proposal().decision() instanceof Bonus bonus) {
            return granted(award.proposal(), Granted.Sort.BONUS, bonus.amount(), null, award.note());
        }
        return granted(award.proposal(), Granted.Sort.MULTIPLY, award.amount(), null, "");
    }

    private static Granted granted(
            Proposal proposal, Granted.Sort sort, BigDecimal amount, Granted.@Nullable Basis basis, String note) {
        return new Granted(
                proposal.offer(),
                sort,
                amount,
                Sorts.what(proposal.decision()),
                proposal.lines(),
                BigDecimal.ZERO,
                basis,
                null,
                null,
                note);
    }
}
