package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.regulars.Activity;
import org.regulars.Event;
import org.regulars.Granted;
import org.regulars.LineOutcome;
import org.regulars.Member;
import org.regulars.Offer;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Refused;
import org.regulars.Tally;
import org.regulars.decisions.FreeItem;
import org.regulars.decisions.Reward;
import org.regulars.facts.Balance;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.rules.Firing;
import org.regulars.internal.rules.Phase;
import org.regulars.internal.values.Money;
import org.regulars.internal.values.Values;

/**
 * The way of one event through its phases: at the till, paid, counted. The rules fire in each on the
 * facts there are by then; between the phases their decisions are worked out. Made for one event.
 */
final class OneEvent {

    private final CompiledRules rules;
    private final Definitions definitions;
    private final Firing firing;
    private final Member member;
    private final Event event;
    private final String digest;
    private final FactsOf facts;
    private final Ledger ledger;
    private final List<Granted> granted = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    OneEvent(CompiledRules rules, Firing firing, Member member, Event event, String digest) {
        this.rules = rules;
        this.definitions = rules.definitions();
        this.firing = firing;
        this.member = member;
        this.event = event;
        this.digest = digest;
        this.facts = new FactsOf(definitions, member, event);
        this.ledger = new Ledger(event.id(), event.at(), member.lots());
    }

    Outcome purchase(Purchase purchase) {
        Proposals proposals = new Proposals(definitions, Money.decimals(purchase.currency()), purchase.lines());
        org.regulars.facts.Purchase brought = facts.purchase(purchase);
        firing.insert(facts.member());
        firing.insert(brought);
        facts.items(brought).forEach(firing::insert);
        Standing standing = standing(purchase, brought, proposals, proposals.of(firing.run(), Phase.TILL));
        Till till = standing.till();
        Rounds.Round round = standing.round();
        granted.addAll(round.settled().granted());
        refused.addAll(round.settled().refused());
        Paid paid = round.paid();
        earn(paid.earning());
        // In this order: a reward may cost rights of the same sort, and is then paid from what is left of the lots.
        for (Till.Use use : round.settled().uses()) {
            ledger.use(use.claimed(), use.quantity());
        }
        for (Till.Spending spending : round.settled().spendings()) {
            ledger.spend(spending.cost().kind(), spending.cost().amount(), spending.rule());
        }
        Giving giving = new Giving(definitions, ledger, member, purchase, event.at());
        giving.give(till.others(), Phase.TILL);
        giving.give(paid.rewards(), Phase.PAID);
        refused.addAll(paid.refused());
        return counted(
                giving,
                proposals,
                paid,
                round.settled().bill().outcomes(paid.earning().attribution()));
    }

    Outcome activity(Activity activity) {
        // An activity has no currency: what a right is worth at most is held against the purchase that uses it.
        Proposals proposals = new Proposals(definitions, Integer.MAX_VALUE, List.of());
        firing.insert(facts.member());
        firing.insert(facts.activity(activity));
        Paid answered = paid(List.of(), Set.of(), proposals.of(firing.run(), Phase.ACTIVITY));
        earn(answered.earning());
        refused.addAll(answered.refused());
        Giving giving = new Giving(definitions, ledger, member, null, event.at());
        giving.give(answered.rewards(), Phase.ACTIVITY);
        return counted(giving, proposals, answered, List.of());
    }

    /** The till, and the receipt that stands there. */
    private record Standing(Till till, Rounds.Round round) {}

    /** Decides until no group is won by an offer that gives nothing; each time one is out of the running. */
    private Standing standing(
            Purchase purchase, org.regulars.facts.Purchase brought, Proposals proposals, List<Proposal> all) {
        Set<String> groups = checked(all, Set.of());
        List<Proposal> running = new ArrayList<>(all);
        List<Refused> lost = new ArrayList<>();
        while (true) {
            Till till =
                    new Till(definitions, purchase.lines(), Money.decimals(purchase.currency()), ledger, running, lost);
            Rounds.Round round = new Rounds(
                            till, ledger, settled -> paid(settled, groups, brought, proposals), firing::withdraw)
                    .last();
            Optional<Offer> nothing = till.bestForNothing(round.settled());
            if (nothing.isEmpty()) {
                return new Standing(till, round);
            }
            firing.withdraw();
            running.removeIf(each -> each.offer().equals(nothing.get()));
            lost.addAll(round.settled().refused().stream()
                    .filter(each -> each.offer().equals(nothing.get()))
                    .toList());
        }
    }

    /** What the rules decide once it is known what is paid: what is earned, and rewards. */
    record Paid(Earning earning, List<Proposal> rewards, List<Refused> refused, Set<String> groups) {}

    private Paid paid(
            Till.Settled settled, Set<String> groups, org.regulars.facts.Purchase brought, Proposals proposals) {
        var items = facts.paidItems(brought, settled.bill());
        items.forEach(firing::insertForNow);
        if (!items.isEmpty()) {
            firing.insertForNow(facts.paid(brought, items, settled.bill()));
        }
        List<Proposal> decided = proposals.of(firing.run(), Phase.PAID);
        return paid(settled.bill().lines(), groups, decided);
    }

    private Paid paid(List<BillLine> lines, Set<String> groupsBefore, List<Proposal> decided) {
        Set<String> groups = checked(decided, groupsBefore);
        BestOf best = new BestOf(decided, definitions, (offer, ungrouped) -> worth(lines, offer, ungrouped));
        Earning earning = new Earning(
                definitions,
                lines,
                best.chosen().stream()
                        .filter(each -> !(each.decision() instanceof Reward))
                        .toList());
        List<Refused> not = new ArrayList<>(best.refused());
        not.addAll(earning.refused());
        List<Proposal> rewards = best.chosen().stream()
                .filter(each -> each.decision() instanceof Reward)
                .toList();
        return new Paid(earning, rewards, not, groups);
    }

    /** The groups there are by now; a group whose best has been chosen cannot get another offer. */
    private static Set<String> checked(List<Proposal> decided, Set<String> before) {
        Set<String> groups = new TreeSet<>(before);
        for (Proposal proposal : decided) {
            String group = proposal.group();
            if (group != null) {
                if (before.contains(group)) {
                    throw new Refusal(
                            proposal.offer(),
                            "stands in the group '" + group + "' with offers that are settled before it is decided."
                                    + " Maybe two groups?");
                }
                groups.add(group);
            }
        }
        return groups;
    }

    /** What an offer adds to what is earned without it, before the sum is rounded, and what it gives. */
    private Worth worth(List<BillLine> lines, List<Proposal> offer, List<Proposal> ungrouped) {
        Worth worth = Worth.NOTHING;
        Set<String> kinds = new TreeSet<>();
        for (Proposal proposal : offer) {
            if (proposal.decision() instanceof FreeItem free) {
                worth = worth.plus(Worth.of(BigDecimal.valueOf(free.quantity()), "free " + free.what()));
            } else {
                kinds.add(Sorts.what(proposal.decision()));
            }
        }
        Earning without = new Earning(definitions, lines, ungrouped);
        Earning with = new Earning(
                definitions,
                lines,
                Stream.concat(ungrouped.stream(), offer.stream()).toList());
        for (String kind : kinds) {
            worth = worth.plus(Worth.of(with.unrounded(kind).subtract(without.unrounded(kind)), kind));
        }
        return worth;
    }

    private void earn(Earning earning) {
        granted.addAll(earning.granted());
        for (Tally tally : earning.tallies()) {
            ledger.earn(tally.kind(), tally.total());
        }
    }

    /** The last phase: thresholds over what is then held. */
    private Outcome counted(Giving giving, Proposals proposals, Paid paid, List<LineOutcome> lines) {
        List<Tally> tallies = paid.earning().tallies();
        for (Balance balance : balances(tallies)) {
            Admission.checkBalance(balance.kind(), balance.amount());
            firing.insert(balance);
        }
        List<Proposal> decided = proposals.of(firing.run(), Phase.COUNTED);
        checked(decided, paid.groups());
        BestOf best = new BestOf(decided, definitions, (offer, ungrouped) -> worth(List.of(), offer, ungrouped));
        refused.addAll(best.refused());
        giving.give(best.chosen(), Phase.COUNTED);
        List<Member.Status> statuses = giving.climb();
        balances(tallies).forEach(balance -> Admission.checkBalance(balance.kind(), balance.amount()));
        granted.addAll(giving.granted());
        refused.addAll(giving.refused());
        return OutcomeOf.decided(
                rules, event, granted, refused, tallies, lines, ledger.postings(), member, after(statuses));
    }

    private List<Balance> balances(List<Tally> tallies) {
        Set<String> kinds = new TreeSet<>(definitions.kindNames());
        Map<String, BigDecimal> before = facts.member().balances();
        kinds.addAll(before.keySet());
        kinds.addAll(ledger.kinds());
        tallies.forEach(tally -> kinds.add(tally.kind()));
        List<Balance> balances = new ArrayList<>();
        for (String kind : kinds) {
            BigDecimal held = before.getOrDefault(kind, BigDecimal.ZERO);
            BigDecimal earned = BigDecimal.ZERO;
            for (Tally tally : tallies) {
                earned = tally.kind().equals(kind) ? tally.total() : earned;
            }
            BigDecimal now = Values.plain(ledger.held(kind));
            BigDecimal spent = Values.plain(held.add(earned).subtract(now).max(BigDecimal.ZERO));
            balances.add(new Balance(kind, now, held, Values.plain(earned), spent, facts.member(), facts.moment()));
        }
        return balances;
    }

    private Member after(List<Member.Status> statuses) {
        List<Member.Decided> recent = new ArrayList<>(member.recent());
        recent.add(new Member.Decided(event.id(), digest));
        int tooMany = Math.max(0, recent.size() - Member.REMEMBERED);
        boolean late = event.instant().isBefore(Instant.parse(member.asOf()));
        return new Member(
                member.id(),
                member.joined(),
                late ? member.asOf() : event.at(),
                member.attributes(),
                ledger.lots(),
                statuses,
                recent.subList(tooMany, recent.size()));
    }
}
