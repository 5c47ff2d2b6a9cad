package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.regulars.Activity;
import org.regulars.Correction;
import org.regulars.Due;
import org.regulars.Event;
import org.regulars.Granted;
import org.regulars.Granted.Sort;
import org.regulars.LineOutcome;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.Posting.Cause;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.Reversal;
import org.regulars.Tally;
import org.regulars.laws.Gives.Free;
import org.regulars.laws.Histories.History;

/** Law 3: every unit is accounted for once, whether it is a point, a cent or a cup of coffee. */
class ConservationTest {

    /** Accounted for by themselves: at their end, as staff or a return says, and pending amounts that make a debt good. */
    private static final Set<Cause> APART =
            EnumSet.of(Cause.EXPIRED, Cause.CORRECTED, Cause.GIVEN_BACK, Cause.TAKEN_BACK);

    /** With these, something comes that was not there before. */
    private static final Set<Cause> COMING =
            EnumSet.of(Cause.EARNED, Cause.CONVERTED, Cause.CLAIM_GIVEN, Cause.CORRECTED);

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
        Laws.holds(terms, history, (rules, step, outcome) -> {
            balances(outcome);
            Replay.agrees(rules, outcome);
            causes(rules, outcome);
            lives(rules, outcome);
            activity(rules, outcome);
            if (outcome.correction() != null) {
                corrected(rules, outcome, outcome.correction());
            }
            if (outcome.purchase() != null) {
                receipt(outcome, outcome.purchase());
                rewards(rules, outcome);
            }
            if (step.undone() != null && outcome.reversal() != null) {
                takenBack(outcome, outcome.reversal(), step);
                asItWasThen(rules, outcome.reversal(), step.undone());
            }
        });
    }

    @Tag("soak")
    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void nothing_is_lost_or_made_for_long(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        nothing_is_lost_or_made(terms, history);
    }

    /** Active and pending, less what is owed, is what it was and what was posted, kind by kind. */
    private static void balances(Outcome outcome) {
        for (String kind : new TreeSet<>(Stream.concat(
                        Stream.of(outcome.memberBefore(), outcome.memberAfter())
                                .flatMap(member -> member.lots().stream())
                                .map(Lot::kind),
                        Replay.moved(outcome).stream().map(Posting::kind))
                .toList())) {
            BigDecimal posted = sum(
                    Replay.moved(outcome).stream().filter(each -> each.kind().equals(kind)), Posting::amount);
            assertThat(all(outcome.memberAfter(), kind))
                    .as(kind)
                    .isEqualByComparingTo(all(outcome.memberBefore(), kind).add(posted));
        }
    }

    private static BigDecimal all(Member member, String kind) {
        return member.balance(kind).add(member.pending(kind));
    }

    /** What was posted is what was earned, what rewards cost, what was lost, and what rights were given and used. */
    private static void causes(Terms rules, Outcome outcome) {
        causes(rules, outcome.granted(), outcome.tallies(), outcome.postings());
        for (Due due : outcome.due()) {
            causes(rules, due.granted(), due.tallies(), due.postings());
        }
        for (Tally tally : outcome.tallies()) {
            assertThat(outcome.earned(tally.kind())).isEqualByComparingTo(tally.total());
        }
    }

    private static void causes(Terms rules, List<Granted> granted, List<Tally> tallies, List<Posting> postings) {
        Map<String, BigDecimal> expected = new TreeMap<>();
        tallies.forEach(tally -> add(expected, Cause.EARNED, tally.kind(), "", tally.total()));
        for (Granted each : granted) {
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
            if (each.sort() == Sort.CONVERSION) {
                add(expected, Cause.CONVERTED, each.what(), rule, each.amount());
            }
            if (each.sort() == Sort.FORFEIT
                    && rules.ladders().values().stream()
                            .noneMatch(ladder -> ladder.tiers().contains(each.what()))) {
                add(expected, Cause.FORFEITED, each.what(), rule, each.amount().negate());
            }
            if (each.sort() == Sort.EXTENSION && !each.note().isEmpty()) {
                add(
                        expected,
                        Cause.REINSTATED,
                        each.what(),
                        rule,
                        new BigDecimal(each.note().split(" ")[0]));
            }
        }
        Map<String, BigDecimal> posted = new TreeMap<>();
        postings.stream()
                .filter(each -> !APART.contains(each.cause()))
                .forEach(each -> add(posted, each.cause(), each.kind(), each.rule(), each.amount()));
        // What becomes spendable makes good what is owed by two movements that cancel each other.
        posted.values().removeIf(amount -> amount.signum() == 0);
        assertThat(posted).isEqualTo(expected);
    }

    /** What comes can be spent and goes when its kind says, or the award itself. */
    private static void lives(Terms rules, Outcome outcome) {
        Member before = outcome.memberBefore();
        Set<String> known = new HashSet<>();
        before.lots().forEach(lot -> known.add(lot.id()));
        before.lapsed().forEach(lot -> known.add(lot.id()));
        for (Posting came : Replay.moved(outcome)) {
            Lot lot = came.lot();
            boolean isNew = known.add(lot.id());
            if (!COMING.contains(came.cause()) || came.amount().signum() < 0 || isDebt(came)) {
                continue;
            }
            Instant at = Instant.parse(came.at());
            Set<Instant> ends = new HashSet<>();
            ends.add(rules.end(lot.kind(), null, at, before));
            rules.gives().stream()
                    .filter(gives -> gives.life() != null && lot.kind().equals(gives.comes()))
                    .forEach(gives -> ends.add(rules.end(lot.kind(), gives.life(), at, before)));
            assertThat(ends).as("%s", came).contains(end(lot));
            if (isNew) {
                assertThat(lot.earnedAt()).as("%s", came).isEqualTo(came.at());
                assertThat(Instant.parse(lot.activeFrom())).as("%s", came).isEqualTo(rules.activeFrom(lot.kind(), at));
            }
        }
    }

    private static boolean isDebt(Posting came) {
        return came.lot().amount().signum() < 0
                || (came.lot().amount().signum() == 0 && came.amount().signum() > 0);
    }

    /** Everything a member does starts the life of some kinds anew, and is remembered. */
    private static void activity(Terms rules, Outcome outcome) {
        Event event = outcome.event();
        String before = outcome.memberBefore().lastActive();
        boolean active = event instanceof Purchase || event instanceof Redemption || event instanceof Activity;
        boolean later = active && (before == null || event.instant().isAfter(Instant.parse(before)));
        assertThat(outcome.memberAfter().lastActive()).isEqualTo(later ? event.at() : before);
        for (Lot lot : active ? outcome.memberAfter().lots() : List.<Lot>of()) {
            Life life = rules.kind(lot.kind()).life();
            boolean old = outcome.memberBefore().lots().stream()
                    .anyMatch(each -> each.id().equals(lot.id()));
            // An award with an end of its own keeps it.
            boolean own = lot.id().contains("/" + lot.kind() + " to ");
            if (life != null
                    && life.sinceActivity()
                    && old
                    && !own
                    && lot.amount().signum() > 0) {
                Instant end = rules.end(lot.kind(), null, event.instant(), outcome.memberBefore());
                assertThat(end(lot)).as("%s lives on", lot).isAfterOrEqualTo(end);
            }
        }
    }

    /** Staff give what they say, and take what the kind's policy lets them. */
    private static void corrected(Terms rules, Outcome outcome, Correction correction) {
        BigDecimal pending = BigDecimal.ZERO;
        BigDecimal held = BigDecimal.ZERO;
        Instant now = Instant.parse(outcome.memberAfter().asOf());
        for (Lot lot : Replay.beforeEvent(rules, outcome)) {
            boolean own = lot.kind().equals(correction.kind()) && lot.amount().signum() > 0;
            boolean active = !Instant.parse(lot.activeFrom()).isAfter(now);
            held = own && active ? held.add(lot.amount()) : held;
            pending = own && !active ? pending.add(lot.amount()) : pending;
        }
        BigDecimal most = switch (rules.kind(correction.kind()).takeBack()) {
            case ".takenBackWithinBalance()" -> held.add(pending);
            case ".takenBackWhilePending()" -> pending;
            default -> correction.amount().abs();
        };
        assertThat(sum(outcome.postings().stream().filter(each -> each.cause() == Cause.CORRECTED), Posting::amount))
                .isEqualByComparingTo(correction.amount().max(most.negate()));
    }

    /** What a return says it took and gave is what it posted; of everything at once, what was given and spent then. */
    private static void takenBack(Outcome outcome, Reversal reversal, Step step) {
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (Reversal.OfKind kind : reversal.kinds()) {
            add(expected, Cause.TAKEN_BACK, kind.kind(), "", kind.takenBack().negate());
            add(expected, Cause.GIVEN_BACK, kind.kind(), "", kind.givenBack());
        }
        Map<String, BigDecimal> posted = new TreeMap<>();
        outcome.postings().stream()
                .filter(each -> each.cause() == Cause.TAKEN_BACK || each.cause() == Cause.GIVEN_BACK)
                .forEach(each -> add(posted, each.cause(), each.kind(), "", each.amount()));
        assertThat(posted).isEqualTo(expected);
        Outcome undone = step.undone();
        boolean first = outcome.memberBefore().returned().stream()
                .noneMatch(each -> each.event().equals(reversal.event()));
        if (undone == null || reversal.kept() != null || !first) {
            return;
        }
        Set<String> kinds = new TreeSet<>();
        undone.postings().forEach(each -> kinds.add(each.kind()));
        for (String kind : kinds) {
            BigDecimal net = sum(
                    undone.postings().stream()
                            .filter(each -> each.kind().equals(kind) && each.cause() != Cause.EXPIRED),
                    Posting::amount);
            BigDecimal back = BigDecimal.ZERO;
            for (Reversal.OfKind each : reversal.kinds()) {
                back = each.kind().equals(kind)
                        ? each.takenBack()
                                .add(each.left())
                                .add(each.lapsed())
                                .add(each.uncut())
                                .subtract(each.givenBack())
                        : back;
            }
            assertThat(back)
                    .as("what came of " + reversal.event() + " in " + kind)
                    .isEqualByComparingTo(net);
        }
    }

    /** What is kept comes to what it would have come to then, whatever has happened since. */
    private static void asItWasThen(Terms rules, Reversal reversal, Outcome undone) {
        if (reversal.kept() == null) {
            return;
        }
        Outcome then = rules.engine().decide(undone.memberBefore(), reversal.kept());
        assertThat(reversal.toPayAfter()).isEqualByComparingTo(then.toPay());
        assertThat(reversal.linesAfter()).isEqualTo(then.lines());
        for (Reversal.OfKind each : reversal.kinds()) {
            assertThat(each.earnedAfter())
                    .as("%s that what is kept earned", each.kind())
                    .isEqualByComparingTo(sum(
                            then.postings().stream()
                                    .filter(posting -> posting.kind().equals(each.kind())
                                            && posting.amount().signum() > 0),
                            Posting::amount));
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
        assertThat(sum(
                        Stream.concat(granted(outcome, Sort.DISCOUNT), granted(outcome, Sort.PAID_WITH)),
                        Granted::value))
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

    private static Instant end(Lot lot) {
        return lot.expiresAt() == null ? Instant.MAX : Instant.parse(lot.expiresAt());
    }
}
