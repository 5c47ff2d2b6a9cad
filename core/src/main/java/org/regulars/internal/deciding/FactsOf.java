package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.regulars.Event;
import org.regulars.Line;
import org.regulars.facts.Activity;
import org.regulars.facts.Item;
import org.regulars.facts.Member;
import org.regulars.facts.Paid;
import org.regulars.facts.PaidItem;
import org.regulars.facts.Purchase;
import org.regulars.facts.Tier;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.values.Values;
import org.regulars.program.Tiers;

/** What the rules get to see of one event. The only place where stored values become facts. */
final class FactsOf {

    private final ZonedDateTime moment;
    private final Member member;

    FactsOf(Definitions definitions, org.regulars.Member member, Map<String, BigDecimal> balances, Event event) {
        this.moment = event.instant().atZone(definitions.zone());
        this.member = member(definitions, member, balances, moment);
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

    Purchase purchase(org.regulars.Purchase event) {
        BigDecimal quantity = BigDecimal.ZERO;
        for (Line line : event.lines()) {
            quantity = quantity.add(line.quantity());
        }
        return new Purchase(
                event.id(),
                moment,
                event.currency(),
                Values.plain(event.total()),
                Values.plain(quantity),
                event.shipping(),
                event.lines(),
                member,
                event.attributes());
    }

    List<Item> items(Purchase purchase) {
        List<Item> items = new ArrayList<>();
        for (Line line : purchase.lines()) {
            items.add(new Item(
                    line.number(),
                    line.name(),
                    line.category(),
                    line.quantity(),
                    line.amount(),
                    purchase,
                    member,
                    line.attributes()));
        }
        return items;
    }

    /** The lines something is paid for, in the order of their numbers. */
    List<PaidItem> paidItems(Purchase purchase, Bill bill) {
        List<PaidItem> items = new ArrayList<>();
        for (BillLine each : bill.lines()) {
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
        items.sort((one, other) -> Integer.compare(one.line(), other.line()));
        return items;
    }

    Paid paid(Purchase purchase, List<PaidItem> items, Bill bill) {
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal quantity = BigDecimal.ZERO;
        for (PaidItem item : items) {
            amount = amount.add(item.amount());
            quantity = quantity.add(item.quantity());
        }
        BigDecimal saved = BigDecimal.ZERO;
        for (BillLine line : bill.lines()) {
            saved = saved.add(line.freeAmount()).add(line.discount());
        }
        return new Paid(Values.plain(amount), Values.plain(quantity), Values.plain(saved), items, purchase, member);
    }

    private static Member member(
            Definitions definitions, org.regulars.Member member, Map<String, BigDecimal> held, ZonedDateTime moment) {
        LocalDate today = moment.toLocalDate();
        LocalDate joined = LocalDate.ofInstant(Values.moment(member.joined()), moment.getZone());
        Map<String, Tier> tiers = new TreeMap<>();
        for (Tiers ladder : definitions.ladders()) {
            tiers.put(ladder.ladder(), new Tier(Statuses.on(ladder, member), ladder.names()));
        }
        Map<String, BigDecimal> balances = new TreeMap<>();
        held.forEach((kind, amount) -> balances.put(kind, Values.plain(amount)));
        return new Member(
                member.id(),
                joined.toString(),
                (int) ChronoUnit.YEARS.between(joined, today),
                isBirthday(member.attributes().get("birthday"), today),
                tiers,
                balances,
                member.attributes());
    }

    private static boolean isBirthday(@Nullable String birthday, LocalDate today) {
        if (birthday == null) {
            return false;
        }
        try {
            MonthDay born = MonthDay.from(LocalDate.parse(birthday));
            boolean leapDay = born.getMonth() == Month.FEBRUARY && born.getDayOfMonth() == 29;
            return (leapDay && !today.isLeapYear() ? MonthDay.of(Month.FEBRUARY, 28) : born)
                    .equals(MonthDay.from(today));
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    "The member's birthday is '" + birthday + "', not a date like 1990-05-17. Maybe year first?");
        }
    }
}
