package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.regulars.Line;
import org.regulars.Lot;
import org.regulars.facts.Activity;
import org.regulars.facts.Day;
import org.regulars.facts.Expired;
import org.regulars.facts.Item;
import org.regulars.facts.Member;
import org.regulars.facts.Paid;
import org.regulars.facts.PaidItem;
import org.regulars.facts.Purchase;
import org.regulars.facts.Redemption;
import org.regulars.facts.Tier;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.values.AmountsByKind;
import org.regulars.internal.values.Sum;
import org.regulars.internal.values.Values;
import org.regulars.program.Tiers;

/** What the rules get to see of one event. The only place where stored values become facts. */
final class FactsOf {

    private final ZonedDateTime moment;
    private final Member member;

    FactsOf(Definitions definitions, Account account, Instant at) {
        this.moment = at.atZone(definitions.zone());
        this.member = member(definitions, account, moment);
    }

    ZonedDateTime moment() {
        return moment;
    }

    Member member() {
        return member;
    }

    Activity activity(org.regulars.Activity event) {
        return new Activity(event.id(), event.name(), moment, member, event.attributes());
    }

    Redemption redemption(org.regulars.Redemption event) {
        return new Redemption(event.reward(), event.amount(), null, moment, member, event.attributes());
    }

    /** The rewards asked for with a purchase. */
    List<Redemption> redemptions(org.regulars.Purchase event, Purchase brought) {
        if (event.wishes().isEmpty()) {
            return List.of();
        }
        List<Redemption> asked = new ArrayList<>();
        for (org.regulars.Purchase.Wish wish : event.wishes()) {
            asked.add(new Redemption(wish.reward(), wish.amount(), brought, moment, member, event.attributes()));
        }
        return asked;
    }

    Day day() {
        return new Day(moment, member);
    }

    Expired expired(Lot lot) {
        return new Expired(
                lot.kind(),
                lot.amount(),
                Values.moment(lot.earnedAt())
                        .atZone(moment.getZone())
                        .toLocalDate()
                        .toString(),
                moment,
                member);
    }

    Purchase purchase(org.regulars.Purchase event) {
        Sum quantity = new Sum();
        for (Line line : event.lines()) {
            quantity.add(line.quantity());
        }
        return new Purchase(
                event.id(),
                moment,
                event.currency(),
                Values.plain(event.total()),
                Values.plain(quantity.value()),
                event.shipping(),
                event.lines(),
                member,
                event.attributes());
    }

    Item item(Line line, Purchase purchase) {
        return new Item(
                line.number(),
                line.name(),
                line.category(),
                line.quantity(),
                line.amount(),
                purchase,
                member,
                line.attributes());
    }

    /** The lines something is paid for, in the order of their numbers. */
    List<PaidItem> paidItems(Purchase purchase, Bill bill) {
        List<PaidItem> items = new ArrayList<>(bill.lines().size());
        for (int place : bill.order().placesByNumber()) {
            BillLine each = bill.lines().get(place);
            if (each.paidAmount().signum() > 0) {
                Line line = each.line();
                items.add(new PaidItem(
                        line.number(),
                        line.name(),
                        line.category(),
                        Values.plain(each.paidQuantity()),
                        Values.plain(each.paidAmount()),
                        purchase,
                        member,
                        line.attributes()));
            }
        }
        return items;
    }

    Paid paid(Purchase purchase, List<PaidItem> items, Bill bill) {
        Sum saved = new Sum();
        for (BillLine line : bill.lines()) {
            saved.add(line.freeAmount());
            saved.add(line.discount());
        }
        if (saved.value().signum() == 0 && items.size() == purchase.lines().size()) {
            return new Paid(purchase.total(), purchase.quantity(), BigDecimal.ZERO, items, purchase, member);
        }
        Sum amount = new Sum();
        Sum quantity = new Sum();
        for (PaidItem item : items) {
            amount.add(item.amount());
            quantity.add(item.quantity());
        }
        return new Paid(
                Values.plain(amount.value()),
                Values.plain(quantity.value()),
                Values.plain(saved.value()),
                items,
                purchase,
                member);
    }

    private static Member member(Definitions definitions, Account account, ZonedDateTime moment) {
        org.regulars.Member member = account.member();
        LocalDate today = moment.toLocalDate();
        LocalDate joined = account.lifetimes().joined();
        Instant active = account.lastActive();
        LocalDate lastActive = active == null ? joined : LocalDate.ofInstant(active, moment.getZone());
        return new Member(
                member.id(),
                account.lifetimes().text(joined),
                years(joined, today),
                isBirthday(member.attributes().get("birthday"), today),
                joined.isBefore(today)
                        && joined.plusYears(today.getYear() - (long) joined.getYear())
                                .equals(today),
                account.lifetimes().text(lastActive),
                Math.max(0, ChronoUnit.DAYS.between(lastActive, today)),
                tiers(definitions.ladders(), account.statuses()),
                AmountsByKind.from(account.ledger().before(), 0),
                member.attributes());
    }

    private static Map<String, Tier> tiers(List<Tiers> ladders, List<org.regulars.Member.Status> statuses) {
        if (ladders.size() == 1) {
            return Map.of(ladders.get(0).ladder(), tier(ladders.get(0), statuses));
        }
        Map<String, Tier> tiers = new TreeMap<>();
        for (Tiers ladder : ladders) {
            tiers.put(ladder.ladder(), tier(ladder, statuses));
        }
        return tiers;
    }

    private static Tier tier(Tiers ladder, List<org.regulars.Member.Status> statuses) {
        return new Tier(Statuses.on(ladder, statuses), ladder.names());
    }

    /** Who joined on 29 February has been a member for a year on 28 February, which is their anniversary then. */
    private static int years(LocalDate joined, LocalDate today) {
        int years = today.getYear() - joined.getYear();
        return Math.max(0, joined.plusYears(years).isAfter(today) ? years - 1 : years);
    }

    private static boolean isBirthday(@Nullable String birthday, LocalDate today) {
        if (birthday == null) {
            return false;
        }
        try {
            LocalDate born = Values.date(birthday);
            boolean leapDay = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
            int day = leapDay && !today.isLeapYear() ? 28 : born.getDayOfMonth();
            return born.getMonthValue() == today.getMonthValue() && day == today.getDayOfMonth();
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    "The member's birthday is '" + birthday + "', not a date like 1990-05-17. Maybe year first?");
        }
    }
}
