package org.regulars;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.decisions.Limit;
import org.regulars.internal.values.RecentEvents;
import org.regulars.internal.values.Values;

/**
 * A member as the application stores them: what they hold, the tiers they have, what was decided last.
 *
 * <p>An immutable value of texts and numbers. It changes only by {@link LoyaltyEngine#decide}, which
 * returns a new one to save in place of the old. A household, a company or a card can be a member too.
 *
 * @param id the application's id
 * @param joined when they joined, as ISO-8601 text in UTC; nothing that happened before counts
 * @param asOf up to when their calendar has been kept; it never runs backwards
 * @param lastActive the time of their latest purchase, redemption or activity, as ISO-8601 text in UTC, or null for none
 * @param attributes what rules may ask for: birthday, home store; numbers and dates as text
 * @param lots what they hold, a lot for each amount that can be told apart
 * @param statuses the tiers they have been given, at most one a ladder
 * @param recent the last {@value #REMEMBERED} events decided, by which a repeated one is recognised
 * @param lapsed the last {@value #REMEMBERED} lots that lapsed, as they were when they did: a return need not take them back,
 *     and a rule may bring them back
 * @param counted how much has been earned towards each limit over a time: all that still counts, and what is over as far as
 *     that makes no more than {@value #REMEMBERED}
 * @param returned what was returned of the last {@value #REMEMBERED} events of which something was, by which a return of more
 *     than was bought is recognised
 */
public record Member(
        String id,
        String joined,
        String asOf,
        @Nullable String lastActive,
        Map<String, String> attributes,
        List<Lot> lots,
        List<Status> statuses,
        List<Decided> recent,
        List<Lot> lapsed,
        List<Counted> counted,
        List<Returned> returned) {

    /** How many of the latest events a member remembers, to recognise a repeated one. */
    public static final int REMEMBERED = 50;

    /**
     * An event that has been decided.
     *
     * @param event its id
     * @param digest a short fingerprint of its content, by which the same id with other content is noticed
     */
    public record Decided(String event, String digest) {}

    /**
     * A tier a member has been given.
     *
     * @param tier its name on its ladder
     * @param since when it was given, as ISO-8601 text in UTC
     * @param through the last date it holds, as ISO-8601 text, or null for no end
     * @param rule the rule that gave it; empty if it was brought over from elsewhere
     */
    public record Status(
            String tier, String since, @Nullable String through, String rule) {

        /** A part that older stored statuses lack is taken as empty. */
        @SuppressWarnings("ConstantValue") // a JSON mapper passes null for what is missing
        public Status {
            rule = rule == null ? "" : rule;
        }
    }

    /**
     * How much has been earned towards a limit over a time.
     *
     * @param kind what it limits
     * @param per how often that much can be earned
     * @param onOffer the rule whose awards alone it limits, or empty for everything earned of the kind
     * @param from the first date of the time, as ISO-8601 text
     * @param wanted how much would have been earned without it
     * @param allowed how much it let through
     */
    public record Counted(
            String kind, Limit.Per per, String onOffer, String from, BigDecimal wanted, BigDecimal allowed) {

        /** Keeps the amounts in their plain form. */
        public Counted {
            wanted = Values.plain(wanted);
            allowed = Values.plain(allowed);
        }
    }

    /**
     * What has been returned of one event.
     *
     * @param event its id
     * @param parts what came back of its lines, all returns together; empty of what has no lines
     * @param refunded how much money was paid back for it
     */
    public record Returned(String event, List<Return.Part> parts, BigDecimal refunded) {

        /** Keeps its own copy. */
        @SuppressWarnings("ConstantValue") // a JSON mapper passes null for what is missing
        public Returned {
            parts = parts == null ? List.of() : List.copyOf(parts);
            refunded = refunded == null ? BigDecimal.ZERO : Values.plain(refunded);
        }
    }

    /** Keeps its own copies; parts that older stored members lack are taken as empty. */
    @SuppressWarnings("ConstantValue") // a JSON mapper passes null for what is missing
    public Member {
        joined = Values.instant(joined);
        asOf = asOf == null ? joined : Values.instant(asOf);
        attributes = Values.texts(attributes);
        lots = lots == null ? List.of() : List.copyOf(lots);
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
        recent = RecentEvents.of(recent == null ? List.of() : recent);
        lastActive = lastActive == null ? null : Values.instant(lastActive);
        lapsed = lapsed == null ? List.of() : List.copyOf(lapsed);
        counted = counted == null ? List.of() : List.copyOf(counted);
        returned = returned == null ? List.of() : List.copyOf(returned);
    }

    /** A new member who holds nothing. */
    public static Member of(String id, Instant joined) {
        return new Member(
                id,
                joined.toString(),
                joined.toString(),
                null,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** This member with an attribute: {@code with( "home store", "Oslo" )}. */
    public Member with(String attribute, String text) {
        return new Member(
                id,
                joined,
                asOf,
                lastActive,
                Values.and(attributes, attribute, text),
                lots,
                statuses,
                recent,
                lapsed,
                counted,
                returned);
    }

    /** This member with a number as attribute. */
    public Member with(String attribute, BigDecimal number) {
        return with(attribute, number.toPlainString());
    }

    /** This member with a date as attribute: {@code with( "birthday", LocalDate.of( 1990, 5, 17 ) )}. */
    public Member with(String attribute, LocalDate date) {
        return with(attribute, date.toString());
    }

    /**
     * This member holding so much more of a kind, for bringing balances over from elsewhere: {@code
     * holding( 6, "stamps" )}. What rules grant comes by {@link LoyaltyEngine#decide} alone.
     */
    public Member holding(long amount, String kind) {
        return holding(BigDecimal.valueOf(amount), kind);
    }

    /** This member holding so much more of a kind, for bringing balances over from elsewhere. */
    public Member holding(BigDecimal amount, String kind) {
        List<Lot> more = new ArrayList<>(lots);
        more.add(new Lot(unusedLotId(), kind, amount, asOf, asOf, null, null));
        return holding(more, statuses);
    }

    /** This member in a tier, with no end, for bringing statuses over from elsewhere. */
    public Member inTier(String tier) {
        List<Status> more = new ArrayList<>(statuses);
        more.add(new Status(tier, asOf, null, ""));
        return holding(lots, more);
    }

    private Member holding(List<Lot> others, List<Status> tiers) {
        return new Member(id, joined, asOf, lastActive, attributes, others, tiers, recent, lapsed, counted, returned);
    }

    /**
     * How much of a kind this member can spend, as of {@link #asOf}; zero for a kind never earned, below zero if they owe
     * some. What has been earned and is still pending is not in it, see {@link #pending}.
     */
    public BigDecimal balance(String kind) {
        return sum(kind, true);
    }

    /** How much of a kind this member has earned and cannot spend yet, as of {@link #asOf}. */
    public BigDecimal pending(String kind) {
        return sum(kind, false);
    }

    private String unusedLotId() {
        int next = 1;
        while (isLotId("opening-" + next)) {
            next++;
        }
        return "opening-" + next;
    }

    private boolean isLotId(String id) {
        return lots.stream().anyMatch(lot -> lot.id().equals(id));
    }

    private BigDecimal sum(String kind, boolean active) {
        Instant now = Values.moment(asOf);
        BigDecimal sum = BigDecimal.ZERO;
        for (Lot lot : lots) {
            if (lot.kind().equals(kind) && Values.moment(lot.activeFrom()).isAfter(now) != active) {
                sum = sum.add(lot.amount());
            }
        }
        return Values.plain(sum);
    }
}
