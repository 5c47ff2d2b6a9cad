package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Limited;
import org.regulars.Refused;
import org.regulars.Tally;
import org.regulars.decisions.Bonus;
import org.regulars.decisions.Earn;
import org.regulars.decisions.Multiply;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.values.Scope;
import org.regulars.program.Expiry;
import org.regulars.program.Kind;

/**
 * What an event earns: every {@code Earn} times the factors that reach it, added up and rounded kind by
 * kind, plus every {@code Bonus}, as far as limits let it through.
 */
final class Earning {

    /** Shares of a purchase among its lines need not be exact: they only say how whole amounts are spread. */
    private static final MathContext SHARES = MathContext.DECIMAL128;

    /** For reading: as the lines follow each other on the receipt. */
    private static final Comparator<Granted> LISTED = Comparator.comparing(Granted::sort)
            .thenComparing(granted -> granted.offer().name())
            .thenComparing(
                    granted -> granted.lines().isEmpty() ? 0 : granted.lines().get(0));

    private final Definitions definitions;
    private final List<BillLine> lines;
    private final List<Proposal> proposals;
    private final Limits limits;
    private final List<Tally> tallies = new ArrayList<>();
    private final List<Granted> granted = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Attribution attribution = new Attribution();
    private final List<Credit> credits = new ArrayList<>();

    /**
     * What is earned of a kind and lives equally long.
     *
     * @param life how long it lives, or null for as long as its kind says
     */
    record Credit(String kind, BigDecimal amount, @Nullable Expiry life) {}

    /**
     * Works everything out.
     *
     * @param lines what is paid for; none for an activity
     * @param proposals what the rules put forward, the best of their groups, in order
     * @param limits the limits to hold against it
     */
    Earning(Definitions definitions, List<BillLine> lines, List<Proposal> proposals, Limits limits) {
        this.definitions = definitions;
        this.lines =
                lines.stream().filter(line -> line.paidAmount().signum() > 0).toList();
        this.proposals = proposals;
        this.limits = limits;
        Map<String, Kind> kinds = kindsEarned();
        kinds.forEach(this::earn);
        for (Proposal proposal : proposals) {
            if (proposal.decision() instanceof Multiply multiply && !reachesAny(proposal, multiply)) {
                refused.add(Sorts.refused(
                        proposal,
                        Refused.Reason.NOTHING_TO_APPLY_TO,
                        "no " + multiply.kind() + " were earned on "
                                + (proposal.lines().isEmpty() ? "it" : "its lines")));
            }
        }
        granted.sort(LISTED);
    }

    List<Tally> tallies() {
        return tallies;
    }

    List<Granted> granted() {
        return granted;
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
        for (Tally tally : tallies) {
            if (tally.kind().equals(kind)) {
                return tally.total();
            }
        }
        return BigDecimal.ZERO;
    }

    /** How much of a kind is earned in all, before the sum is rounded. */
    BigDecimal unrounded(String kind) {
        for (Tally tally : tallies) {
            if (tally.kind().equals(kind)) {
                return tally.exact().add(tally.bonus());
            }
        }
        return BigDecimal.ZERO;
    }

    /** The factors that reach an earning: those on the whole purchase, and those on lines that include all its own. */
    private static BigDecimal factor(Proposal earning, String kind, List<Proposal> proposals) {
        BigDecimal factor = BigDecimal.ONE;
        for (Proposal proposal : proposals) {
            if (proposal.decision() instanceof Multiply multiply
                    && multiply.kind().equals(kind)
                    && Scope.reaches(proposal.lines(), earning.lines())) {
                factor = factor.multiply(multiply.factor());
            }
        }
        return factor;
    }

    /** What an earning comes to: rounded first if its kind says so, then times every factor that reaches it. */
    private static BigDecimal multiplied(Proposal earning, Earn earn, Kind kind, List<Proposal> proposals) {
        BigDecimal once = kind.eachEarnRounded() ? kind.round(earn.amount()) : earn.amount();
        return once.multiply(factor(earning, earn.kind(), proposals));
    }

    private boolean reachesAny(Proposal factor, Multiply multiply) {
        for (Proposal other : proposals) {
            if (other.decision() instanceof Earn earn
                    && earn.kind().equals(multiply.kind())
                    && Scope.reaches(factor.lines(), other.lines())) {
                return true;
            }
        }
        return false;
    }

    private Map<String, Kind> kindsEarned() {
        Map<String, Kind> kinds = new TreeMap<>();
        for (Proposal proposal : proposals) {
            String kind = proposal.decision() instanceof Earn earn
                    ? earn.kind()
                    : proposal.decision() instanceof Bonus bonus ? bonus.kind() : "";
            if (!kind.isEmpty()) {
                kinds.put(kind, definitions.kind(kind));
            }
        }
        return kinds;
    }

    private void earn(String name, Kind kind) {
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal bonus = BigDecimal.ZERO;
        Map<Integer, BigDecimal> shares = new LinkedHashMap<>();
        Map<Optional<Expiry>, BigDecimal> lives = new LinkedHashMap<>();
        for (Award award : limits.cut(name, awards(name, kind))) {
            BigDecimal amount = award.isFlat() ? kind.round(award.amount()) : award.amount();
            exact = award.isFlat() ? exact : exact.add(amount);
            bonus = award.isFlat() ? bonus.add(amount) : bonus;
            lives.merge(Optional.ofNullable(award.life()), amount, BigDecimal::add);
            share(amount, award.proposal().lines(), shares);
            granted.add(granted(award));
        }
        for (Proposal proposal : proposals) {
            if (proposal.decision() instanceof Multiply multiply
                    && multiply.kind().equals(name)
                    && reachesAny(proposal, multiply)) {
                granted.add(granted(proposal, Granted.Sort.MULTIPLY, multiply.factor(), null, ""));
            }
        }
        BigDecimal rounded = kind.round(exact);
        BigDecimal uncut = rounded.add(bonus);
        BigDecimal total = limits.cut(kind, uncut);
        tallies.add(new Tally(
                name,
                exact,
                rounded,
                bonus,
                uncut.subtract(total),
                total,
                kind.decimals(),
                kind.rounding(),
                kind.eachEarnRounded()));
        attribute(name, kind, total, shares);
        credit(name, kind, total, lives);
    }

    /** Everything of a kind, before any limit is held against it. */
    private List<Award> awards(String name, Kind kind) {
        List<Award> awards = new ArrayList<>();
        for (Proposal proposal : proposals) {
            if (proposal.decision() instanceof Earn earn && earn.kind().equals(name)) {
                awards.add(Award.whole(proposal, multiplied(proposal, earn, kind, proposals)));
            } else if (proposal.decision() instanceof Bonus extra
                    && extra.kind().equals(name)) {
                awards.add(Award.whole(proposal, extra.amount()));
            }
        }
        return awards;
    }

    /** Spreads what is earned over how long its parts live. */
    private void credit(String name, Kind kind, BigDecimal total, Map<Optional<Expiry>, BigDecimal> lives) {
        List<Optional<Expiry>> inOrder = lives.keySet().stream()
                .sorted(Comparator.comparing(Optional::toString))
                .toList();
        List<BigDecimal> weights = inOrder.stream()
                .map(life -> lives.getOrDefault(life, BigDecimal.ZERO))
                .toList();
        List<BigDecimal> parts =
                inOrder.size() == 1 ? List.of(total) : Allocation.spread(total, weights, kind.decimals());
        for (int i = 0; i < parts.size(); i++) {
            credits.add(new Credit(name, parts.get(i), inOrder.get(i).orElse(null)));
        }
    }

    /** Gives the lines an earning belongs to their part of it, in proportion to what is paid for them. */
    private void share(BigDecimal amount, List<Integer> matched, Map<Integer, BigDecimal> shares) {
        List<BillLine> itsOwn = lines.stream()
                .filter(line -> matched.contains(line.line().number()))
                .toList();
        List<BillLine> on = itsOwn.isEmpty() ? lines : itsOwn;
        BigDecimal paid = on.stream().map(BillLine::paidAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (BillLine line : on) {
            BigDecimal part =
                    on.size() == 1 ? amount : amount.multiply(line.paidAmount()).divide(paid, SHARES);
            shares.merge(line.line().number(), part, BigDecimal::add);
        }
    }

    private void attribute(String name, Kind kind, BigDecimal total, Map<Integer, BigDecimal> shares) {
        List<Integer> numbers = lines.stream()
                .map(line -> line.line().number())
                .filter(shares::containsKey)
                .toList();
        List<BigDecimal> weights = numbers.stream()
                .map(number -> shares.getOrDefault(number, BigDecimal.ZERO))
                .toList();
        List<BigDecimal> parts = Allocation.spread(total, weights, kind.decimals());
        for (int i = 0; i < parts.size(); i++) {
            attribution.add(numbers.get(i), name, parts.get(i));
        }
    }

    private static Granted granted(Award award) {
        if (award.proposal().decision() instanceof Earn earn) {
            Granted.Basis basis =
                    earn.basis() == null ? null : new Granted.Basis(earn.rate(), earn.step(), earn.basis());
            return granted(award.proposal(), Granted.Sort.EARN, earn.amount(), basis, award.note());
        }
        Bonus bonus = (Bonus) award.proposal().decision();
        return granted(award.proposal(), Granted.Sort.BONUS, bonus.amount(), null, award.note());
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
