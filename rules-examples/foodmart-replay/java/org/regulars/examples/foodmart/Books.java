package org.regulars.examples.foodmart;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.RuleSet;
import org.regulars.examples.foodmart.data.Basket;
import org.regulars.examples.foodmart.data.Customer;
import org.regulars.program.Kind;
import org.regulars.program.Tiers;

/** The books of the shop: what its purchases so far brought in and gave away. */
final class Books {

    /** The kind that costs the shop money. */
    static final String POINTS = "points";

    private final Tiers ladder;
    private final BigDecimal pointCost;
    private final ShopAccount shop = new ShopAccount();
    private final SortedMap<Integer, MemberAccount> members = new TreeMap<>();
    private final SortedMap<String, Turnover> turnovers = new TreeMap<>();
    private final Map<String, RuleAccount> rules = new LinkedHashMap<>();
    private BigDecimal rounding = BigDecimal.ZERO;
    private @Nullable Outcome sample;
    private int rulesInSample;

    /** Empty books for a program that has one ladder of tiers and says what a point costs. */
    Books(RuleSet program) {
        this.ladder = program.ladders().get(0);
        this.pointCost = pointCost(program);
        program.offers().forEach(offer -> rules.put(offer.name(), new RuleAccount(offer.name())));
    }

    void enter(Basket basket, Outcome outcome) {
        shop.enter(basket);
        account(basket.customer()).enter(outcome);
        outcome.postings()
                .forEach(posting -> turnovers
                        .computeIfAbsent(posting.kind(), kind -> new Turnover())
                        .enter(posting));
        enterByRule(outcome);
    }

    /** The account of a customer, opened now if this is their first purchase. */
    MemberAccount account(Customer customer) {
        return members.computeIfAbsent(customer.id(), id -> new MemberAccount(customer));
    }

    ShopAccount shop() {
        return shop;
    }

    /** The members who bought something, by their numbers. */
    Collection<MemberAccount> members() {
        return Collections.unmodifiableCollection(members.values());
    }

    /** One account a rule, in the order of the rule file. */
    Collection<RuleAccount> rules() {
        return Collections.unmodifiableCollection(rules.values());
    }

    /** What was given and spent of each kind, by the kind's name. */
    SortedMap<String, Turnover> turnovers() {
        return Collections.unmodifiableSortedMap(turnovers);
    }

    /** How much of a kind all members hold now. */
    BigDecimal held(String kind) {
        return sum(members().stream()
                .map(account -> account.member().balance(kind))
                .toList());
    }

    /** How many points all members were given. */
    BigDecimal points() {
        return sum(members().stream().map(MemberAccount::points).toList());
    }

    /** What rounding added to the points that the rules brought; it is below zero. */
    BigDecimal rounding() {
        return rounding;
    }

    /** What one point costs the shop. */
    BigDecimal pointCost() {
        return pointCost;
    }

    int freeItems() {
        return members().stream().mapToInt(MemberAccount::freeItems).sum();
    }

    /** What the free items would have cost the members. */
    BigDecimal freeValue() {
        return sum(members().stream().map(MemberAccount::freeValue).toList());
    }

    /** The tiers, the lowest first, with how many members are in each. */
    Map<String, Integer> membersPerTier() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        ladder.names().forEach(tier -> counts.put(tier, 0));
        members().forEach(account -> counts.merge(tier(account.member()), 1, Integer::sum));
        return counts;
    }

    /** The tier a member is in; the lowest if they were never given one. */
    String tier(Member member) {
        return member.statuses().stream()
                .map(Member.Status::tier)
                .filter(ladder.names()::contains)
                .findFirst()
                .orElse(ladder.names().get(0));
    }

    /** Those members who got most, in points and free items together; of equals the lower number comes first. */
    List<MemberAccount> mostRewarded(int howMany) {
        return members().stream()
                .sorted(Comparator.comparing(this::worth, Comparator.reverseOrder()))
                .limit(howMany)
                .toList();
    }

    /** What a member got, in money: points at what they cost, free items at their price. */
    BigDecimal worth(MemberAccount account) {
        return account.points().multiply(pointCost).add(account.freeValue());
    }

    /** The first of the shortest of the receipts that most rules had a part in, or null if there are none. */
    @Nullable
    Outcome sample() {
        return sample;
    }

    private void enterByRule(Outcome outcome) {
        Credits credits = Credits.of(outcome, POINTS);
        credits.byRule().forEach((rule, points) -> rule(rule).addPoints(points));
        rounding = rounding.add(credits.rounding());
        Set<String> gave = new LinkedHashSet<>();
        for (Granted granted : outcome.granted()) {
            gave.add(granted.offer().name());
            rule(granted.offer().name()).addOff(granted.value());
        }
        gave.forEach(rule -> rule(rule).countPurchase());
        keepIfTelling(outcome, gave.size());
    }

    private void keepIfTelling(Outcome outcome, int rules) {
        boolean shorter = sample != null
                && rules == rulesInSample
                && outcome.lines().size() < sample.lines().size();
        if (sample == null || rules > rulesInSample || shorter) {
            sample = outcome;
            rulesInSample = rules;
        }
    }

    private RuleAccount rule(String name) {
        return rules.computeIfAbsent(name, RuleAccount::new);
    }

    private static BigDecimal pointCost(RuleSet program) {
        for (Kind kind : program.kinds()) {
            BigDecimal cost = kind.unitCost();
            if (kind.name().equals(POINTS) && cost != null) {
                return cost;
            }
        }
        throw new IllegalArgumentException("The rules do not say what a point costs");
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
