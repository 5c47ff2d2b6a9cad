package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
import org.regulars.facts.Balance;
import org.regulars.facts.PaidItem;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.rules.Firing;
import org.regulars.internal.rules.Phase;
import org.regulars.internal.values.Money;
import org.regulars.internal.values.Values;

/**
 * The way of one event through its phases: at the till, paid, counted. The rules fire in each on the
 * facts there are by then; between the phases their decisions are worked out. Made for one event.
 */
final class OneEvent implements AutoCloseable {

    private final CompiledRules rules;
    private final Definitions definitions;
    private final Member member;
    private final Event event;
    private final String digest;
    private final Ledger ledger;
    private final FactsOf facts;
    private final List<Object> tillFacts = new ArrayList<>();
    private final List<Firing> firings = new ArrayList<>();
    private @Nullable Firing atTheTill;
    private final List<Granted> granted = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    OneEvent(CompiledRules rules, Member member, Event event, String digest) {
        this.rules = rules;
        this.definitions = rules.definitions();
        this.member = member;
        this.event = event;
        this.digest = digest;
        this.ledger = Calendar.ledger(rules, member, event);
        this.facts = new FactsOf(definitions, member, ledger.before(), event);
        this.tillFacts.add(facts.member());
        ledger.restartLives();
    }

    Outcome purchase(Purchase purchase) {
        Proposals proposals = new Proposals(definitions, Money.decimals(purchase.currency()), purchase.lines());
        org.regulars.facts.Purchase brought = facts.purchase(purchase);
        tillFacts.add(brought);
        tillFacts.addAll(facts.items(brought));
        Firing first = open();
        List<Proposal> all = proposals.of(first.run(), Phase.TILL);
        atTheTill = first;
        Standing standing = standing(purchase, brought, proposals, all);
        Rounds.Round round = standing.round();
        Earning earning = round.answer().earning();
        granted.addAll(round.settled().granted());
        refused.addAll(round.settled().refused());
        earn(earning);
        // In this order: a reward may cost rights of the same sort, and is then paid from what is left of the lots.
        for (Till.Use use : round.settled().uses()) {
            ledger.use(use.claimed(), use.quantity());
        }
        for (Till.Spending spending : round.settled().spendings()) {
            ledger.spend(spending.cost().kind(), spending.cost().amount(), spending.rule());
        }
        Giving giving = new Giving(definitions, ledger, member, purchase, event.at());
        giving.give(standing.till().others(), Phase.TILL);
        giving.give(round.answer().rewards(), Phase.PAID);
        refused.addAll(round.answer().refused());
        return counted(
                round.firing(),
                giving,
                proposals,
                round.answer(),
                round.settled().bill().outcomes(earning.attribution()));
    }

    Outcome activity(Activity activity) {
        // An activity has no currency: what a right is worth at most is held against the purchase that uses it.
        Proposals proposals = new Proposals(definitions, Integer.MAX_VALUE, List.of());
        tillFacts.add(facts.activity(activity));
        Firing firing = open();
        Answer answer = Answer.of(definitions, List.of(), Set.of(), proposals.of(firing.run(), Phase.ACTIVITY));
        earn(answer.earning());
        refused.addAll(answer.refused());
        Giving giving = new Giving(definitions, ledger, member, null, event.at());
        giving.give(answer.rewards(), Phase.ACTIVITY);
        return counted(firing, giving, proposals, answer, List.of());
    }

    @Override
    public void close() {
        firings.forEach(Firing::close);
    }

    /** The rules at work on what was brought to the till, or on what was done. */
    private Firing open() {
        Firing firing = rules.fire();
        firings.add(firing);
        tillFacts.forEach(firing::insert);
        return firing;
    }

    /** The till, and the receipt that stands there. */
    private record Standing(Till till, Rounds.Round round) {}

    /** Decides until no group is won by an offer that gives nothing; each time one is out of the running. */
    private Standing standing(
            Purchase purchase, org.regulars.facts.Purchase brought, Proposals proposals, List<Proposal> all) {
        Set<String> groups = Answer.groups(all, Set.of());
        List<Proposal> running = new ArrayList<>(all);
        List<Refused> lost = new ArrayList<>();
        while (true) {
            Till till = new Till(rules, purchase.lines(), Money.decimals(purchase.currency()), ledger, running, lost);
            Rounds.Round round = new Rounds(till, ledger, settled -> paid(settled, groups, brought, proposals)).last();
            Optional<Offer> nothing = till.bestForNothing(round.settled());
            if (nothing.isEmpty()) {
                return new Standing(till, round);
            }
            running.removeIf(each -> each.offer().equals(nothing.get()));
            lost.addAll(round.settled().refused().stream()
                    .filter(each -> each.offer().equals(nothing.get()))
                    .toList());
        }
    }

    /**
     * Plays a receipt through. Each receipt has rules of its own at work: taking facts away again from rules that
     * have fired on them leaves those with {@code exists} thinking that nothing has changed.
     */
    private Rounds.Round paid(
            Till.Settled settled, Set<String> groups, org.regulars.facts.Purchase brought, Proposals proposals) {
        Firing firing = atTheTill;
        atTheTill = null;
        if (firing == null) {
            firing = open();
            firing.run();
        }
        List<PaidItem> items = facts.paidItems(brought, settled.bill());
        items.forEach(firing::insert);
        if (!items.isEmpty()) {
            firing.insert(facts.paid(brought, items, settled.bill()));
        }
        List<Proposal> decided = proposals.of(firing.run(), Phase.PAID);
        return new Rounds.Round(
                settled, firing, Answer.of(definitions, settled.bill().lines(), groups, decided));
    }

    private void earn(Earning earning) {
        granted.addAll(earning.granted());
        for (Tally tally : earning.tallies()) {
            ledger.earn(tally.kind(), tally.total());
        }
    }

    /** The last phase: thresholds over what is then held. */
    private Outcome counted(Firing firing, Giving giving, Proposals proposals, Answer answer, List<LineOutcome> lines) {
        List<Tally> tallies = answer.earning().tallies();
        for (Balance balance : balances(tallies)) {
            Admission.checkBalance(balance.kind(), balance.amount());
            firing.insert(balance);
        }
        List<Proposal> decided = proposals.of(firing.run(), Phase.COUNTED);
        Answer last = Answer.of(definitions, List.of(), answer.groups(), decided);
        refused.addAll(last.refused());
        giving.give(last.rewards(), Phase.COUNTED);
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
            balances.add(new Balance(
                    kind,
                    Values.plain(ledger.held(kind)),
                    Values.plain(ledger.pending(kind)),
                    held,
                    Values.plain(earned),
                    Values.plain(ledger.spent(kind)),
                    facts.member(),
                    facts.moment()));
        }
        return balances;
    }

    private Member after(List<Member.Status> statuses) {
        List<Member.Decided> recent = new ArrayList<>(member.recent());
        recent.add(new Member.Decided(event.id(), digest));
        int tooMany = Math.max(0, recent.size() - Member.REMEMBERED);
        return new Member(
                member.id(),
                member.joined(),
                Calendar.clock(member, event).toString(),
                member.attributes(),
                ledger.lots(),
                statuses,
                recent.subList(tooMany, recent.size()));
    }
}
