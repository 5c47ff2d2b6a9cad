package org.regulars.internal.deciding;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.regulars.Due;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Refused;
import org.regulars.TierChange;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.rules.RuleFailure;
import org.regulars.internal.values.Values;
import org.regulars.program.Tiers;

/**
 * What the passing of time does to a member, moment by moment.
 *
 * <p>At one moment, which is mostly a midnight: what was pending becomes spendable; tiers end, and the rules are asked at once
 * where the member has earned to be; a day begins that rules may answer; and last what has lapsed goes, so that all before saw
 * what was held when the day before ended. Because every moment is taken by itself and in order, it makes no
 * difference in how many steps time passes.
 */
final class Calendar {

    /** No member is away for longer; it takes a mistaken date to be. */
    private static final long MOST_DAYS = 40_000;

    private final CompiledRules rules;
    private final Account account;
    private final List<Due> due = new ArrayList<>();

    /** The calendar of one member. */
    Calendar(CompiledRules rules, Account account) {
        this.rules = rules;
        this.account = account;
    }

    /**
     * Lets everything happen that falls due by a time, or by the member's own clock if that is beyond it.
     *
     * @param text the time as text
     */
    List<Due> until(Instant time, String text) {
        Instant now = account.ledger().now();
        boolean isLate = !time.isAfter(now);
        Instant to = isLate ? now : time;
        String toText = isLate ? account.ledger().nowText() : text;
        refuseAges(to);
        for (Instant next = next(toText); next != null && !next.isAfter(to); next = next(toText)) {
            at(next);
        }
        account.ledger().moveTo(time, text);
        return due;
    }

    /** The next moment at which something falls due, be it later than this time or not; null if nothing does by then. */
    private @Nullable Instant next(String latest) {
        Instant next = account.ledger().next(latest);
        List<Member.Status> statuses = account.statuses();
        for (int i = 0; i < statuses.size(); i++) {
            next = earlier(next, end(statuses.get(i)));
        }
        return rules.name("Day") ? earlier(next, nextDay()) : next;
    }

    private void at(Instant moment) {
        Instant before = account.ledger().now();
        boolean midnight = rules.name("Day") && moment.equals(nextDay());
        Set<String> activated = moment.isAfter(before) ? account.ledger().activatedAt(moment) : Set.of();
        if (!activated.isEmpty()) {
            activate(moment, activated);
        }
        account.ledger().moveTo(moment);
        endTiers(moment);
        if (midnight) {
            day(moment);
        }
        expire(moment);
    }

    private void activate(Instant moment, Set<String> kinds) {
        String what = String.join(", ", kinds);
        // Where a tier ends too, what is held is asked for then, once.
        if (rules.name("Balance") && !endsATier(moment)) {
            ask("activated " + moment, moment, Due.Sort.ACTIVATED, what, List.of(), one -> List.of());
        } else {
            add(moment, Due.Sort.ACTIVATED, what, Came.only(List.of(), List.of()));
        }
        account.ledger().moveTo(moment);
        account.ledger().settle();
        if (!account.ledger().postings().isEmpty()) {
            add(moment, Due.Sort.ACTIVATED, what, Came.only(account.ledger().postings(), List.of()));
        }
    }

    private boolean endsATier(Instant moment) {
        return account.statuses().stream().anyMatch(status -> {
            Instant end = end(status);
            return end != null && !end.isAfter(moment);
        });
    }

    private void endTiers(Instant moment) {
        List<TierChange> falls = new ArrayList<>();
        for (Tiers ladder : rules.definitions().ladders()) {
            Member.Status status = Statuses.of(ladder, account.statuses());
            Instant end = status == null ? null : end(status);
            if (status != null && end != null && !end.isAfter(moment)) {
                Member.Status fallen = Statuses.fallen(ladder, status, moment.toString(), through(ladder, moment));
                account.statuses(Statuses.with(ladder, fallen, account.statuses()));
                falls.add(new TierChange(
                        ladder.ladder(),
                        status.tier(),
                        Statuses.on(ladder, account.statuses()),
                        fallen == null ? null : fallen.through(),
                        TierChange.Cause.ENDED,
                        ""));
            }
        }
        if (!falls.isEmpty()) {
            String what = String.join(", ", falls.stream().map(TierChange::from).toList());
            ask("tier ended " + moment, moment, Due.Sort.TIER_ENDED, what, falls, one -> List.of());
        }
    }

    private void day(Instant moment) {
        String date = account.lifetimes().dateOf(moment).toString();
        ask(
                "day " + date,
                moment,
                Due.Sort.DAY,
                "",
                List.of(),
                one -> List.of(one.facts().day()));
    }

    private void expire(Instant moment) {
        account.ledger().begin("expired " + moment, moment);
        Map<String, List<Lot>> gone = new TreeMap<>();
        for (Lot lot : account.ledger().lapse(moment)) {
            gone.computeIfAbsent(lot.kind(), any -> new ArrayList<>()).add(lot);
        }
        gone.forEach((kind, lots) -> {
            Came lapsed = Came.only(
                    account.ledger().postings().stream()
                            .filter(each -> each.kind().equals(kind))
                            .toList(),
                    List.of());
            add(moment, Due.Sort.EXPIRED, kind, lapsed);
        });
        // Kind by kind in any case, so that a rule that has no answer makes no difference.
        if (rules.name("Expired") || rules.definitions().ladders().stream().anyMatch(Tiers::conditional)) {
            gone.forEach((kind, lots) -> ask(
                    "expired " + moment + " " + kind,
                    moment,
                    Due.Sort.EXPIRED,
                    kind,
                    List.of(),
                    one -> lots.stream().map(one.facts()::expired).toList()));
        }
    }

    /** What the rules can answer to; made once the event has begun. */
    private interface Happened {
        List<?> facts(OneEvent one);
    }

    private void ask(
            String id, Instant moment, Due.Sort sort, String what, List<TierChange> changes, Happened happened) {
        // Until the amounts of this moment have lapsed, what is held was earned in the time that ends with it.
        Instant qualified = sort == Due.Sort.EXPIRED ? moment : moment.minusNanos(1);
        String fact = sort == Due.Sort.DAY ? "Day" : sort == Due.Sort.EXPIRED ? "Expired" : "";
        account.ledger().begin(id, moment);
        Meter.moment();
        try (OneEvent one = new OneEvent(rules, account, moment, qualified)) {
            changes.forEach(one::note);
            Came came = one.answeredWithout(happened.facts(one), fact);
            if (fact.isEmpty()
                    || !came.granted().isEmpty()
                    || came.refused().stream().anyMatch(each -> each.reason() != Refused.Reason.NOTHING_TO_APPLY_TO)
                    || !came.tierChanges().isEmpty()) {
                add(moment, sort, what, came);
            }
        } catch (Refusal e) {
            throw new Refusal(e.offer(), e.getMessage() + when(moment));
        } catch (RuleFailure e) {
            throw e.saying(when(moment));
        }
    }

    private String when(Instant moment) {
        return " It was asked on the calendar, at the beginning of "
                + account.lifetimes().dateOf(moment) + ".";
    }

    private void add(Instant moment, Due.Sort sort, String what, Came came) {
        due.add(new Due(
                moment.toString(),
                sort,
                what,
                came.granted(),
                came.refused(),
                came.tallies(),
                came.limits(),
                came.postings(),
                came.tierChanges()));
    }

    private Instant nextDay() {
        return account.lifetimes()
                .dayAfter(account.lifetimes().dateOf(account.ledger().now()));
    }

    private @Nullable String through(Tiers ladder, Instant moment) {
        return ladder.lasts() == null
                ? null
                : account.lifetimes()
                        .lastDay(ladder.lasts(), moment.minusNanos(1), moment)
                        .toString();
    }

    private @Nullable Instant end(Member.Status status) {
        return status.through() == null ? null : account.lifetimes().dayAfter(Values.date(status.through()));
    }

    private void refuseAges(Instant time) {
        long days = ChronoUnit.DAYS.between(account.ledger().now(), time);
        if (days > MOST_DAYS && answersTime()) {
            throw new Refusal("It is " + days + " days after the member was last up to date. Maybe the date is wrong?");
        }
    }

    /** Whether time alone can make the rules answer again and again. */
    private boolean answersTime() {
        return rules.name("Day")
                || rules.name("Expired")
                || rules.definitions().ladders().stream().anyMatch(ladder -> ladder.lasts() != null);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
