package org.regulars.cases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.regulars.Activity;
import org.regulars.Event;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.Return;
import org.regulars.RuleSet;
import org.regulars.program.Tiers;

/**
 * The card of one member in one program, from event to event. Whatever is said of the member or the day counts from then on.
 * Unless something is said they joined in 2020, hold nothing, and it is noon of 2 January 2026.
 */
final class Card {

    private static final Map<List<String>, RuleSet> RULES = new ConcurrentHashMap<>();
    private static final Pattern LINE = Pattern.compile("([\\d.]+) ([\\w ]+?) ([\\d.]+)");

    private final RuleSet rules;
    private Member member;
    private LocalDateTime moment = LocalDateTime.of(2026, 1, 2, 12, 0);
    private int events;

    private Card(RuleSet rules) {
        this.rules = rules;
        this.member = Member.of("ana", Instant.parse("2020-01-01T00:00:00Z"));
    }

    /** A new card by the rules of these files in {@code cases}, named without their ending. */
    static Card of(String... files) {
        return new Card(rules(files));
    }

    /** A new card by rules made elsewhere. */
    static Card by(RuleSet rules) {
        return new Card(rules);
    }

    /** The rules of these files. */
    static RuleSet rules(String... files) {
        return RULES.computeIfAbsent(
                List.of(files),
                names -> RuleSet.fromClasspath(
                        names.stream().map(name -> "cases/" + name + ".drl").toArray(String[]::new)));
    }

    /** Lines as in {@code "2 coffee 6.00 + 28.5 fuel 42.00"}: how much, of what, for how much in all. */
    static Line[] lines(String receipt) {
        return Arrays.stream(receipt.split(" \\+ ")).map(Card::line).toArray(Line[]::new);
    }

    private static Line line(String text) {
        MatchResult parts = LINE.matcher(text.strip())
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a line: " + text));
        return Line.totalling(
                new BigDecimal(parts.group(1)), parts.group(2), parts.group(2), new BigDecimal(parts.group(3)));
    }

    Card joined(String date) {
        member = Member.of(member.id(), instant(LocalDate.parse(date).atStartOfDay()));
        return this;
    }

    Card holding(String amount, String kind) {
        member = member.holding(new BigDecimal(amount), kind);
        return this;
    }

    Card inTier(String tier) {
        member = member.inTier(tier);
        return this;
    }

    /** The member as they were stored, or as another engine left them. */
    Card member(Member stored) {
        member = stored;
        return this;
    }

    Card on(String date) {
        return at(date + "T12:00");
    }

    Card at(String dateTime) {
        moment = LocalDateTime.parse(dateTime);
        return this;
    }

    /** An empty receipt of this moment. */
    Purchase receipt() {
        return Purchase.of("event-" + ++events, now(), "EUR");
    }

    Outcome buys(Line... lines) {
        Purchase purchase = receipt();
        for (Line line : lines) {
            purchase = purchase.with(line);
        }
        return decides(purchase);
    }

    /** Buys what {@link #lines} says. */
    Outcome buys(String receipt) {
        return buys(lines(receipt));
    }

    /** Buys with an attribute: {@code buysWith( "coupon", "TEN", "1 book 20.00" )}. */
    Outcome buysWith(String attribute, String text, String receipt) {
        Purchase purchase = receipt().with(attribute, text);
        for (Line line : lines(receipt)) {
            purchase = purchase.with(line);
        }
        return decides(purchase);
    }

    Outcome redeems(String reward) {
        return decides(Redemption.of("event-" + ++events, now(), reward));
    }

    Outcome redeems(String amount, String reward) {
        return decides(Redemption.of("event-" + ++events, now(), new BigDecimal(amount), reward));
    }

    Outcome does(String activity) {
        return decides(Activity.of("event-" + ++events, now(), activity));
    }

    /** Brings parts of what was bought back; without parts everything, or calls off what was done. */
    Outcome returns(Outcome bought, Return.Part... parts) {
        String id = "event-" + ++events;
        return reverses(bought, new Return(id, now().toString(), List.of(parts), Map.of()));
    }

    Outcome reverses(Outcome bought, Return brought) {
        Outcome outcome = engine().reverse(member, bought, brought);
        member = outcome.memberAfter();
        return outcome;
    }

    Outcome decides(Event event) {
        Outcome outcome = engine().decide(member, event);
        member = outcome.memberAfter();
        return outcome;
    }

    /** Only time passes, until this moment. */
    Outcome waits() {
        Outcome outcome = engine().advance(member, now());
        member = outcome.memberAfter();
        return outcome;
    }

    LoyaltyEngine engine() {
        return LoyaltyEngine.with(rules);
    }

    Member member() {
        return member;
    }

    LocalDateTime moment() {
        return moment;
    }

    Instant now() {
        return instant(moment);
    }

    BigDecimal holds(String kind) {
        return member.balance(kind);
    }

    /** Where the member stands on the program's ladder. */
    String tier() {
        return tier(Tiers.DEFAULT_LADDER);
    }

    /** Where the member stands on a ladder. */
    String tier(String ladder) {
        List<String> names = rules.ladders().stream()
                .filter(each -> each.ladder().equals(ladder))
                .findFirst()
                .orElseThrow()
                .names();
        return member.statuses().stream()
                .map(Member.Status::tier)
                .filter(names::contains)
                .findFirst()
                .orElse(names.get(0));
    }

    private Instant instant(LocalDateTime when) {
        return when.atZone(rules.zone()).toInstant();
    }
}
