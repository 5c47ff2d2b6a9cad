package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.Correction;
import org.regulars.Granted;
import org.regulars.Limited;
import org.regulars.Line;
import org.regulars.LineOutcome;
import org.regulars.Offer;
import org.regulars.Posting;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.Refused;
import org.regulars.Tally;
import org.regulars.TierChange;
import org.regulars.decisions.Upgrade;
import org.regulars.facts.PaidItem;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.reading.Phase;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.rules.Firing;
import org.regulars.internal.values.Money;
import org.regulars.program.Kind;
import org.regulars.program.Tiers;

/**
 * The way of one event through its phases: at the till, paid, counted. The rules fire in each on the
 * facts there are by then; between the phases their decisions are worked out. Made for one event, or for one
 * moment of the calendar.
 */
final class OneEvent implements AutoCloseable {

    /** Of what is no purchase. */
    private static final Bill NO_BILL = new Bill(LineOrder.NONE, 0);

    private static final Comparator<Granted> BY_SORT = Comparator.comparing(Granted::sort);

    private final CompiledRules rules;
    private final Definitions definitions;
    private final Account account;
    private final Ledger ledger;
    private final Instant at;
    private final Instant qualified;
    private final FactsOf facts;
    private final List<Object> tillFacts = new ArrayList<>(16);
    private final List<Firing> firings = new ArrayList<>(2);
    private @Nullable Firing atTheTill;
    private final List<Granted> granted = new ArrayList<>(16);
    private final List<Refused> refused = new ArrayList<>();
    private final List<TierChange> tierChanges = new ArrayList<>();
    private Wishes wishes = Wishes.NONE;

    /**
     * Begins an event.
     *
     * @param id what the lots it brings are called after
     * @param at when it happens
     * @param ownFacts what the application knows besides
     */
    static OneEvent begin(CompiledRules rules, Account account, String id, Instant at, List<Object> ownFacts) {
        account.ledger().begin(id, at);
        OneEvent event = new OneEvent(rules, account, at);
        event.tillFacts.addAll(ownFacts);
        return event;
    }

    /** Goes on with an event that has begun to move the ledger. */
    OneEvent(CompiledRules rules, Account account, Instant at) {
        this(rules, account, at, at);
    }

    /**
     * Goes on with a moment of the calendar.
     *
     * @param at when it happens
     * @param qualified from when tiers count that it gives
     */
    OneEvent(CompiledRules rules, Account account, Instant at, Instant qualified) {
        this.qualified = qualified;
        this.rules = rules;
        this.definitions = rules.definitions();
        this.account = account;
        this.ledger = account.ledger();
        this.at = at;
        this.facts = new FactsOf(definitions, account, at);
        this.tillFacts.add(facts.member());
    }

    /** What the rules can see of it. */
    FactsOf facts() {
        return facts;
    }

    /** Notes where the member has come to before any rule was asked. */
    void note(TierChange change) {
        tierChanges.add(change);
    }

    Came purchase(Purchase purchase) {
        LineOrder order = new LineOrder(purchase.lines());
        Proposals proposals = new Proposals(definitions, Money.decimals(purchase.currency()), order);
        org.regulars.facts.Purchase brought = facts.purchase(purchase);
        tillFacts.add(brought);
        if (rules.name("Item")) {
            for (Line line : purchase.lines()) {
                tillFacts.add(facts.item(line, brought));
            }
        }
        List<org.regulars.facts.Redemption> asked = facts.redemptions(purchase, brought);
        wishes = Wishes.of(asked);
        tillFacts.addAll(asked);
        Firing first = open();
        List<Firing.Insertion> inserted = first.run();
        wishes.note(inserted);
        Overdrafts overdrafts = new Overdrafts(ledger, proposals.of(inserted, Phase.TILL));
        atTheTill = first;
        Standing standing = standing(order, brought, proposals, overdrafts.others());
        Rounds.Round round = standing.round();
        wishes.note(round.inserted());
        Earning earning = round.answer().earning();
        addAll(round.settled().granted(), granted);
        addAll(round.settled().refused(), refused);
        earn(earning);
        // In this order: a reward may cost rights of the same sort, and is then paid from what is left of the lots.
        List<Till.Use> uses = round.settled().uses();
        for (int i = 0; i < uses.size(); i++) {
            Till.Use use = uses.get(i);
            ledger.use(use.claimed(), use.quantity());
        }
        List<Till.Spending> spendings = round.settled().spendings();
        for (int i = 0; i < spendings.size(); i++) {
            Till.Spending spending = spendings.get(i);
            ledger.spend(spending.cost().kind(), spending.cost().amount(), spending.rule());
            if (!spending.cost().withThisPurchase()) {
                overdrafts.spentBeforehand(
                        spending.cost().kind(), spending.cost().amount());
            }
        }
        Giving giving = new Giving(definitions, account, purchase, overdrafts, at, qualified);
        giving.give(standing.till().others(), Phase.TILL);
        giving.give(round.answer().rewards(), Phase.PAID);
        addAll(round.answer().refused(), refused);
        return counted(
                round.firing(),
                giving,
                proposals,
                round.answer(),
                round.settled().bill().outcomes(earning.attribution()),
                "");
    }

    /** What rules answer to what the member did without a purchase. */
    Came answered(List<?> happened) {
        return answered(happened, Phase.ACTIVITY, true, "");
    }

    /**
     * What rules answer to what happened without the member, on the calendar or by staff.
     *
     * @param fact the fact that a rule must name to answer it. If none does, nothing has happened, and rules on what is held
     *     only say which tiers are still reached. Empty if something has happened in any case.
     */
    Came answeredWithout(List<?> happened, String fact) {
        return answered(happened, Phase.ACTIVITY, false, fact);
    }

    private Came answered(List<?> happened, Phase now, boolean byTheMember, String fact) {
        // Without a currency: what a right is worth at most is held against the purchase that uses it.
        Proposals proposals = new Proposals(definitions, Integer.MAX_VALUE, LineOrder.NONE);
        tillFacts.addAll(happened);
        Firing firing = open();
        // A rule on nothing but the member answers whatever they do, and not the calendar.
        List<Firing.Insertion> inserted = firing.run().stream()
                .filter(each -> byTheMember || each.phase() == Phase.ACTIVITY)
                .toList();
        wishes.note(inserted);
        Overdrafts overdrafts = new Overdrafts(ledger, proposals.of(inserted, now));
        List<Proposal> possible = new ArrayList<>();
        for (Proposal proposal : overdrafts.others()) {
            if (proposal.needsPurchase()) {
                refused.add(Sorts.refused(
                        proposal,
                        Refused.Reason.NOTHING_TO_APPLY_TO,
                        "there is no purchase to take it off. Maybe redeem it at the till?"));
            } else {
                possible.add(proposal);
            }
        }
        Answer answer = Answer.of(definitions, NO_BILL, Set.of(), possible, account.counters(), at);
        earn(answer.earning());
        addAll(answer.refused(), refused);
        Giving giving = new Giving(definitions, account, null, overdrafts, at, qualified);
        giving.give(answer.rewards(), now);
        // A rule that had nothing to give or to take has not answered.
        boolean isAnswered = !granted.isEmpty() || !giving.granted().isEmpty();
        return counted(firing, giving, proposals, answer, List.of(), isAnswered ? "" : fact);
    }

    /** What came of a member asking for a reward without buying anything. */
    Came redeemed(Redemption asked) {
        List<org.regulars.facts.Redemption> wish = List.of(facts.redemption(asked));
        wishes = Wishes.of(wish);
        // Whatever can be asked for at the till can be asked for; what needs a purchase is refused then.
        return answered(wish, Phase.TILL, true, "");
    }

    /** What came of staff putting a balance right. */
    Came corrected(Correction correction) {
        BigDecimal amount = correction.amount();
        Kind kind = definitions.kind(correction.kind());
        if (amount.signum() > 0) {
            ledger.add(kind.name(), amount, null, Posting.Cause.CORRECTED, "");
        } else {
            ledger.takeBack(kind.name(), amount.negate(), kind.takeBack(), Posting.Cause.CORRECTED, "");
        }
        return answeredWithout(List.of(), "");
    }

    /** The highest tier that thresholds over what is held give on each ladder by now, by the ladder's name. */
    Map<String, Reached> reached() {
        Proposals proposals = new Proposals(definitions, Integer.MAX_VALUE, LineOrder.NONE);
        Firing firing = open();
        new Balances(definitions, ledger, any -> BigDecimal.ZERO, List.of(), facts).insertInto(firing);
        List<Firing.Insertion> upgrades = firing.run().stream()
                .filter(each -> each.inserted() instanceof Upgrade && each.phase() == Phase.COUNTED)
                .toList();
        Map<String, Reached> highest = new HashMap<>();
        for (Proposal proposal : proposals.of(upgrades, Phase.COUNTED)) {
            Upgrade upgrade = (Upgrade) proposal.decision();
            Tiers ladder = definitions.ladderOf(upgrade.tier());
            if (ladder != null && upgrade.cost() == null) {
                int rank = ladder.names().indexOf(upgrade.tier());
                String rule = proposal.offer().name();
                highest.merge(ladder.ladder(), new Reached(rank, rule, upgrade.lasts()), Reached::orHigher);
            }
        }
        return highest;
    }

    @Override
    public void close() {
        firings.forEach(Firing::close);
    }

    /** The rules at work on what was brought to the till, or on what was done. */
    private Firing open() {
        Firing firing = rules.fire();
        firings.add(firing);
        for (Object fact : tillFacts) {
            firing.insert(fact);
        }
        return firing;
    }

    /** The till, and the receipt that stands there. */
    private record Standing(Till till, Rounds.Round round) {}

    /** Decides until no group is won by an offer that gives nothing; each time one is out of the running. */
    private Standing standing(
            LineOrder order, org.regulars.facts.Purchase brought, Proposals proposals, List<Proposal> all) {
        Set<String> groups = Answer.groups(all, Set.of());
        List<Proposal> running = all;
        List<Refused> lost = new ArrayList<>();
        while (true) {
            Till till = new Till(rules, order, Money.decimals(brought.currency()), ledger, running, lost);
            Rounds.Round round = new Rounds(till, ledger, settled -> paid(settled, groups, brought, proposals)).last();
            Optional<Offer> nothing = till.bestForNothing(round.settled());
            if (nothing.isEmpty()) {
                return new Standing(till, round);
            }
            running = running.stream()
                    .filter(each -> !each.offer().equals(nothing.get()))
                    .toList();
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
        for (PaidItem item : items) {
            firing.insert(item);
        }
        if (!items.isEmpty()) {
            firing.insert(facts.paid(brought, items, settled.bill()));
        }
        List<Firing.Insertion> inserted = firing.run();
        List<Proposal> decided = proposals.of(inserted, Phase.PAID);
        return new Rounds.Round(
                settled,
                firing,
                Answer.of(definitions, settled.bill(), groups, decided, account.counters(), at),
                inserted);
    }

    private void earn(Earning earning) {
        earning.grant(granted);
        List<Earning.Credit> credits = earning.credits();
        for (int i = 0; i < credits.size(); i++) {
            Earning.Credit credit = credits.get(i);
            if (credit.amount().signum() > 0) {
                ledger.add(credit.kind(), credit.amount(), credit.life(), Posting.Cause.EARNED, "");
            }
        }
    }

    /** The last phase: thresholds over what is then held. */
    private Came counted(
            Firing firing,
            Giving giving,
            Proposals proposals,
            Answer answer,
            List<LineOutcome> lines,
            String unanswered) {
        List<Tally> tallies = answer.earning().tallies();
        ledger.holdings().active().forEach(Admission::checkBalance);
        if (rules.name("Balance")) {
            new Balances(definitions, ledger, answer.earning()::total, tallies, facts).insertInto(firing);
        }
        List<Firing.Insertion> inserted = firing.run();
        wishes.note(inserted);
        List<Proposal> decided = proposals.of(inserted, Phase.COUNTED);
        if (!unanswered.isEmpty()
                && inserted.stream().noneMatch(each -> rules.names(each.offer().name(), unanswered))) {
            decided = decided.stream().filter(this::saysWhatIsReached).toList();
        }
        Answer.groups(decided, answer.groups());
        // Nothing is earned any more.
        BestOf best = Answer.best(definitions, decided);
        addAll(best.refused(), refused);
        giving.give(best.chosen(), Phase.COUNTED);
        giving.climb();
        List<Limited> limits = answer.earning().limits();
        count(limits);
        if (!giving.granted().isEmpty()) {
            ledger.holdings().active().forEach(Admission::checkBalance);
        }
        addAll(giving.granted(), granted);
        addAll(giving.refused(), refused);
        addAll(wishes.unanswered(rules), refused);
        addAll(giving.overdrafts().used(ledger), granted);
        addAll(giving.tierChanges(), tierChanges);
        granted.sort(BY_SORT);
        return new Came(granted, refused, tallies, limits, lines, ledger.postings(), tierChanges);
    }

    /** Counts what was earned towards limits that go on; only here, because what is earned is tried out before. */
    private void count(List<Limited> limits) {
        for (int i = 0; i < limits.size(); i++) {
            Limited limited = limits.get(i);
            if (Counters.isOverTime(limited.per())) {
                account.counters().add(Counters.Key.of(limited), limited.from(), limited.wanted(), limited.allowed());
            }
        }
    }

    /** Other than {@code addAll} without a copy in between; mostly there is nothing to add. */
    private static <T> void addAll(List<T> some, List<T> all) {
        for (int i = 0; i < some.size(); i++) {
            all.add(some.get(i));
        }
    }

    private boolean saysWhatIsReached(Proposal proposal) {
        if (proposal.decision() instanceof Upgrade upgrade) {
            Tiers ladder = definitions.ladderOf(upgrade.tier());
            return ladder != null && ladder.conditional();
        }
        return false;
    }
}
