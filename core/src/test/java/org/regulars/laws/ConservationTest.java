package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Granted.Sort;
import org.regulars.LineOutcome;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.Posting.Cause;
import org.regulars.Purchase;
import org.regulars.Tally;
import org.regulars.laws.Histories.History;
import org.regulars.laws.Promise.Free;

/** Law 3: every unit is accounted for once, whether it is a point, a cent or a cup of coffee. */
class ConservationTest {

    @Provide
    Arbitrary<Terms> terms() {
        return RuleSets.any();
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void nothing_is_lost_or_made(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        Laws.holds(terms, history, (rules, member, event, outcome) -> {
            balances(outcome);
            lots(outcome);
            causes(outcome);
            order(outcome);
            if (outcome.purchase() != null) {
                receipt(outcome, outcome.purchase());
                rewards(rules, outcome);
            }
        });
    }

    @Tag("soak")
    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void nothing_is_lost_or_made_for_long(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        nothing_is_lost_or_made(terms, history);
    }

    /** Before plus what was posted is after, kind by kind. */
    private static void balances(Outcome outcome) {
        for (String kind : new TreeSet<>(Stream.concat(
                        Stream.of(outcome.memberBefore(), outcome.memberAfter())
                                .flatMap(member -> member.lots().stream())
                                .map(Lot::kind),
                        moved(outcome).stream().map(Posting::kind))
                .toList())) {
            BigDecimal posted =
                    sum(moved(outcome).stream().filter(each -> each.kind().equals(kind)), Posting::amount);
            assertThat(all(outcome.memberAfter(), kind))
                    .as(kind)
                    .isEqualByComparingTo(all(outcome.memberBefore(), kind).add(posted));
        }
    }

    /** With the event, and on the calendar before it. */
    private static List<Posting> moved(Outcome outcome) {
        return Stream.concat(
                        outcome.due().stream().flatMap(due -> due.postings().stream()), outcome.postings().stream())
                .toList();
    }

    private static BigDecimal all(Member member, String kind) {
        return member.balance(kind).add(member.pending(kind));
    }

    /** The same, lot by lot; and a lot changes in nothing but its amount, and is gone when it is empty. */
    private static void lots(Outcome outcome) {
        Map<String, Lot> before = byId(outcome.memberBefore().lots());
        Map<String, Lot> after = byId(outcome.memberAfter().lots());
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        moved(outcome).forEach(each -> ids.add(each.lot().id()));
        for (String id : ids) {
            BigDecimal posted =
                    sum(moved(outcome).stream().filter(each -> each.lot().id().equals(id)), Posting::amount);
            assertThat(amount(after.get(id)))
                    .as(id)
                    .isEqualByComparingTo(amount(before.get(id)).add(posted));
            if (before.containsKey(id) && after.containsKey(id)) {
                assertThat(after.get(id).withAmount(BigDecimal.ONE))
                        .isEqualTo(before.get(id).withAmount(BigDecimal.ONE));
            }
            assertThat(!after.containsKey(id) || after.get(id).amount().signum() > 0)
                    .as("lot %s is not empty", id)
                    .isTrue();
        }
    }

    /** What was posted is what was earned, what rewards cost, and what rights were given and used. */
    private static void causes(Outcome outcome) {
        for (Tally tally : outcome.tallies()) {
            assertThat(outcome.earned(tally.kind())).isEqualByComparingTo(tally.total());
        }
        Map<String, BigDecimal> expected = new TreeMap<>();
        outcome.tallies().forEach(tally -> add(expected, Cause.EARNED, tally.kind(), "", tally.total()));
        for (Granted each : outcome.granted()) {
            String rule = each.offer().name();
            if (each.cost() != null) {
                add(
                        expected,
                        Cause.SPENT,
                        each.cost().kind(),
                        rule,
                        each.cost().amount().negate());
            }
            if (each.sort() == Sort.CLAIM) {
                add(expected, Cause.CLAIM_GIVEN, "free " + each.what(), rule, each.amount());
            }
            if (each.sort() == Sort.FREE_ITEM && each.note().startsWith("given before")) {
                add(
                        expected,
                        Cause.CLAIM_USED,
                        "free " + each.what(),
                        rule,
                        each.amount().negate());
            }
        }
        Instant now = Instant.parse(outcome.memberAfter().asOf());
        for (Lot lot : outcome.memberBefore().lots()) {
            if (lot.expiresAt() != null && !Instant.parse(lot.expiresAt()).isAfter(now)) {
                add(expected, Cause.EXPIRED, lot.kind(), "", lot.amount().negate());
            }
        }
        Map<String, BigDecimal> posted = new TreeMap<>();
        moved(outcome).forEach(each -> add(posted, each.cause(), each.kind(), each.rule(), each.amount()));
        assertThat(posted).isEqualTo(expected);
    }

    /** What ends first is spent first, and of what ends together the oldest. */
    private static void order(Outcome outcome) {
        Comparator<Lot> first = Comparator.comparing((Lot lot) -> lot.expiresAt() == null ? "9" : lot.expiresAt())
                .thenComparing(Lot::earnedAt)
                .thenComparing(Lot::id);
        Map<String, Lot> before = byId(outcome.memberBefore().lots());
        for (Posting spent : moved(outcome)) {
            Lot from = before.get(spent.lot().id());
            if (spent.cause() == Cause.SPENT && from != null) {
                assertThat(outcome.memberAfter().lots())
                        .as("nothing of %s to spend before %s", spent.kind(), from)
                        .noneMatch(lot -> before.containsKey(lot.id())
                                && lot.kind().equals(spent.kind())
                                && first.compare(lot, from) < 0);
            }
        }
    }

    /** Lines, what was taken off them, and what they earned add up to the purchase's. */
    private static void receipt(Outcome outcome, Purchase purchase) {
        int decimals = purchase.currency().equals("JOD") ? 3 : 2;
        for (LineOutcome line : outcome.lines()) {
            assertThat(line.toPay())
                    .isEqualByComparingTo(
                            line.amount().subtract(line.freeAmount()).subtract(line.discount()));
            assertThat(line.toPay()).isNotNegative();
            assertThat(line.freeAmount()).isNotNegative();
            assertThat(line.discount()).isNotNegative();
            assertThat(line.toPay().setScale(decimals, RoundingMode.DOWN)).isEqualByComparingTo(line.toPay());
        }
        assertThat(sum(granted(outcome, Sort.FREE_ITEM), Granted::value))
                .isEqualByComparingTo(sum(outcome.lines().stream(), LineOutcome::freeAmount));
        assertThat(sum(granted(outcome, Sort.FREE_ITEM), Granted::amount))
                .isEqualByComparingTo(sum(outcome.lines().stream(), line -> BigDecimal.valueOf(line.freeUnits())));
        assertThat(sum(granted(outcome, Sort.DISCOUNT), Granted::value))
                .isEqualByComparingTo(outcome.discount())
                .isEqualByComparingTo(sum(outcome.lines().stream(), LineOutcome::discount));
        for (Tally tally : outcome.tallies()) {
            assertThat(sum(outcome.lines().stream(), line -> line.earned().getOrDefault(tally.kind(), BigDecimal.ZERO)))
                    .as("what the lines earned of " + tally.kind())
                    .isEqualByComparingTo(tally.total());
        }
    }

    /** Who pays a reward so many times gets it so many times. */
    private static void rewards(Terms rules, Outcome outcome) {
        for (Granted each : outcome.granted()) {
            for (Promise promise : rules.promises()) {
                if (promise.name().equals(each.offer().name())
                        && promise.gives().get(0) instanceof Free free
                        && each.cost() != null) {
                    BigDecimal times = each.cost()
                            .amount()
                            .divide(BigDecimal.valueOf(free.price().amount()));
                    assertThat(each.amount()).isEqualByComparingTo(times.multiply(BigDecimal.valueOf(free.quantity())));
                    assertThat(free.repeatedly() || times.equals(BigDecimal.ONE))
                            .isTrue();
                }
            }
        }
    }

    private static Stream<Granted> granted(Outcome outcome, Sort sort) {
        return outcome.granted().stream().filter(each -> each.sort() == sort);
    }

    private static <T> BigDecimal sum(Stream<T> parts, Function<T, BigDecimal> column) {
        return parts.map(column).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void add(Map<String, BigDecimal> to, Cause cause, String kind, String rule, BigDecimal amount) {
        if (amount.signum() != 0) {
            to.merge(cause + " " + kind + " by " + rule, amount, BigDecimal::add);
            to.replaceAll((name, sum) -> sum.stripTrailingZeros());
        }
    }

    private static Map<String, Lot> byId(List<Lot> lots) {
        Map<String, Lot> byId = new TreeMap<>();
        lots.forEach(lot -> assertThat(byId.put(lot.id(), lot))
                .as("another lot %s", lot.id())
                .isNull());
        return byId;
    }

    private static BigDecimal amount(@Nullable Lot lot) {
        return lot == null ? BigDecimal.ZERO : lot.amount();
    }
}
