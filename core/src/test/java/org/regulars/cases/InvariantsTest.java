package org.regulars.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.regulars.EventRefusedException;
import org.regulars.Line;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.Purchase;
import org.regulars.Refused;
import org.regulars.Return;
import org.regulars.cases.Programs.Bought;
import org.regulars.laws.Recomputed;

/** Part D: what holds in all five programs, whatever is bought. */
class InvariantsTest {

    private static final int TRIES = 60;

    @Provide
    Arbitrary<List<List<Bought>>> receipts() {
        return Programs.receipts();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void d1_when_all_is_brought_back_in_any_order_all_is_as_before(
            @ForAll Programs program,
            @ForAll("receipts") List<List<Bought>> receipts,
            @ForAll @IntRange(max = 200) int held,
            @ForAll long order) {
        Card card = program.card(held);
        Member before = card.member();
        List<Runnable> returns = new ArrayList<>();
        for (List<Bought> receipt : receipts) {
            Outcome bought = card.decides(program.receipt(card, receipt));
            for (Line line : bought.purchase().lines()) {
                long units = line.quantity().longValueExact();
                for (long part : units == 1 ? List.of(1L) : List.of(units / 2, units - units / 2)) {
                    returns.add(() -> card.returns(bought, Return.line(line.number(), part)));
                }
            }
        }
        Collections.shuffle(returns, new Random(order));

        returns.forEach(Runnable::run);

        assertThat(balances(card.member())).isEqualTo(balances(before));
        assertThat(card.member().statuses().stream().map(Member.Status::tier).toList())
                .isEqualTo(before.statuses().stream().map(Member.Status::tier).toList());
        assertThat(card.member().counted()).allSatisfy(counted -> {
            assertThat(counted.wanted()).isZero();
            assertThat(counted.allowed()).isZero();
        });
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void d2_what_is_handed_in_again_changes_nothing_and_with_other_content_it_is_refused(
            @ForAll Programs program,
            @ForAll("receipts") List<List<Bought>> receipts,
            @ForAll @IntRange(max = 20) int held) {
        Card card = program.card(held);
        Purchase purchase = program.receipt(card, receipts.get(0));
        card.decides(purchase);
        Member once = card.member();

        assertThat(card.decides(purchase).repeated()).isTrue();
        assertThat(card.member()).isEqualTo(once);
        assertThatThrownBy(() -> card.decides(purchase.with(1, "one more", "food", "1.00")))
                .isInstanceOf(EventRefusedException.class);
        assertThat(card.member()).isEqualTo(once);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void d3_every_unit_is_accounted_for_once(
            @ForAll Programs program,
            @ForAll("receipts") List<List<Bought>> receipts,
            @ForAll @IntRange(max = 300) int held,
            @ForAll @IntRange(min = 1, max = 400) int days) {
        Card card = program.card(held);
        Map<String, BigDecimal> account = balances(card.member());
        List<Outcome> outcomes = new ArrayList<>();
        for (List<Bought> receipt : receipts) {
            outcomes.add(card.decides(program.receipt(card, receipt)));
            card.at(card.moment().plusDays(days).toString());
        }
        outcomes.add(card.returns(outcomes.get(0)));
        outcomes.add(card.waits());

        for (Outcome outcome : outcomes) {
            Stream.concat(outcome.due().stream().flatMap(due -> due.postings().stream()), outcome.postings().stream())
                    .forEach(posting -> add(account, posting));
        }

        assertThat(account).isEqualTo(balances(card.member()));
        for (String kind : account.keySet()) {
            BigDecimal lots = card.member().lots().stream()
                    .filter(lot -> lot.kind().equals(kind))
                    .map(Lot::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(lots)
                    .isEqualByComparingTo(card.holds(kind).add(card.member().pending(kind)));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void d4_the_order_of_files_rules_and_lines_changes_nothing(
            @ForAll Programs program,
            @ForAll("receipts") List<List<Bought>> receipts,
            @ForAll @IntRange(max = 20) int held,
            @ForAll long order) {
        Card card = program.card(held);
        Card turned = program.turnedAround(held);
        for (List<Bought> receipt : receipts) {
            Purchase purchase = program.receipt(card, receipt);
            List<Line> shuffled = new ArrayList<>(purchase.lines());
            Collections.shuffle(shuffled, new Random(order));

            Outcome one = card.decides(purchase);
            Outcome other = turned.decides(purchase.withLines(shuffled));

            assertThat(other.toPay()).isEqualByComparingTo(one.toPay());
            assertThat(other.tallies()).isEqualTo(one.tallies());
            assertThat(other.memberAfter().lots()).isEqualTo(one.memberAfter().lots());
            assertThat(other.memberAfter().statuses())
                    .isEqualTo(one.memberAfter().statuses());
            assertThat(other.memberAfter().counted())
                    .isEqualTo(one.memberAfter().counted());
        }
    }

    /** That a fixed bonus for an order gains by splitting it is for the analyser of rules to report, which comes later. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void d5_splitting_a_purchase_makes_less_than_one_unit_of_difference_where_the_rules_are_linear(
            @ForAll("receipts") List<List<Bought>> receipts) {
        for (Programs program : List.of(Programs.VOUCHERS, Programs.WAREHOUSE)) {
            List<Bought> lines = receipts.get(0);
            Card whole = program.card(0);
            whole.decides(program.receipt(whole, lines));
            Card split = program.card(0);
            lines.forEach(line -> split.decides(program.receipt(split, List.of(line))));

            BigDecimal unit = program == Programs.VOUCHERS ? BigDecimal.ONE : new BigDecimal("0.0001");
            BigDecimal lost = whole.holds(program.kind()).subtract(split.holds(program.kind()));
            assertThat(lost).isNotNegative();
            if (lines.size() > 1) {
                assertThat(lost)
                        .isLessThan(unit.multiply(BigDecimal.valueOf(lines.size() - 1L))
                                .add(unit));
            } else {
                assertThat(lost).isZero();
            }
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void d6_what_is_free_or_cheaper_counts_for_no_more(
            @ForAll("receipts") List<List<Bought>> receipts, @ForAll @IntRange(max = 30) int held) {
        List<Bought> lines = receipts.get(0);
        Card card = Programs.PUNCH_CARD.card(held);
        Outcome outcome = card.decides(Programs.PUNCH_CARD.receipt(card, lines));
        long free = outcome.lines().stream().mapToLong(line -> line.freeUnits()).sum();
        BigDecimal coffees = outcome.purchase().lines().stream()
                .filter(line -> line.isA("coffee"))
                .map(Line::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(outcome.earned("stamps")).isEqualByComparingTo(coffees.subtract(BigDecimal.valueOf(free)));

        Card paying = Programs.VOUCHERS.card(0).holding("10.00", "vouchers");
        Outcome cheaper =
                paying.decides(Programs.VOUCHERS.receipt(paying, lines).redeeming(10, "vouchers"));
        Card other = Programs.VOUCHERS.card(0);
        Outcome full = other.decides(Programs.VOUCHERS.receipt(other, lines));
        assertThat(cheaper.earned("points")).isLessThanOrEqualTo(full.earned("points"));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void d7_a_receipt_counts_by_its_own_time_whatever_came_later(
            @ForAll("receipts") List<List<Bought>> receipts, @ForAll @IntRange(min = 1, max = 20) int day) {
        Assume.that(receipts.size() > 1);
        for (Programs program : List.of(Programs.VOUCHERS, Programs.DRUGSTORE)) {
            String date = "2023-05-%02d".formatted(day);
            Card inTime = program.card(0).joined("2023-04-01").on(date);
            Outcome first = inTime.decides(program.receipt(inTime, receipts.get(0)));

            Card late = program.card(0).joined("2023-04-01");
            Purchase itself = program.receipt(late.on(date), receipts.get(0));
            late.on("2023-05-22").decides(program.receipt(late, receipts.get(1)));
            Outcome afterwards = late.decides(itself);

            assertThat(afterwards.tallies()).isEqualTo(first.tallies());
            assertThat(afterwards.toPay()).isEqualByComparingTo(first.toPay());
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void d8_every_amount_can_be_worked_out_again(
            @ForAll Programs program,
            @ForAll("receipts") List<List<Bought>> receipts,
            @ForAll @IntRange(max = 20) int held) {
        Card card = program.card(held);
        for (List<Bought> receipt : receipts) {
            Recomputed.agrees(card.decides(program.receipt(card, receipt)));
        }
    }

    /** Of what a member is short of; progress towards what is no cost comes later. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void d9_with_exactly_what_is_missing_the_reward_is_given(
            @ForAll("receipts") List<List<Bought>> receipts, @ForAll @IntRange(max = 260) int held) {
        List<Bought> lines = receipts.get(0);
        Shop[] shops = {
            card -> card.decides(Programs.PUNCH_CARD.receipt(card, lines)),
            card -> card.redeems("treat"),
            card -> card.redeems("feast"),
            card -> card.at("2026-02-15T00:00").waits()
        };
        String[] rules = {"punch-card", "points-for-a-treat", "points-for-a-treat", "supermarket-vouchers"};
        for (int i = 0; i < shops.length; i++) {
            String kind = i == 0 ? "stamps" : "points";
            int holds = i == 0 ? held % 7 : held;
            for (Refused refused : missing(shops[i].visit(holding(rules[i], holds, kind)))) {
                int missing = refused.missing().intValueExact();
                assertThat(missing).isPositive();
                assertThat(missing(shops[i].visit(holding(rules[i], holds + missing, kind))))
                        .as("with " + missing + " more")
                        .isEmpty();
                assertThat(missing(shops[i].visit(holding(rules[i], holds + missing - 1, kind))))
                        .as("with " + (missing - 1) + " more")
                        .isNotEmpty();
            }
        }
    }

    private interface Shop {
        Outcome visit(Card card);
    }

    private static Card holding(String rules, int held, String kind) {
        Card card = Card.of(rules).joined("2026-01-20").on("2026-01-21");
        return held == 0 ? card : card.holding(String.valueOf(held), kind);
    }

    private static List<Refused> missing(Outcome outcome) {
        return Stream.concat(outcome.refused().stream(), outcome.due().stream().flatMap(due -> due.refused().stream()))
                .filter(refused -> refused.reason() == Refused.Reason.COST_MISSING)
                .toList();
    }

    /** All that is held and pending, and not nothing. */
    private static Map<String, BigDecimal> balances(Member member) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        for (Lot lot : member.lots()) {
            balances.put(lot.kind(), member.balance(lot.kind()).add(member.pending(lot.kind())));
        }
        balances.replaceAll((kind, amount) -> amount.stripTrailingZeros());
        balances.values().removeIf(amount -> amount.signum() == 0);
        return balances;
    }

    private static void add(Map<String, BigDecimal> account, Posting posting) {
        BigDecimal sum = account.getOrDefault(posting.kind(), BigDecimal.ZERO).add(posting.amount());
        if (sum.signum() == 0) {
            account.remove(posting.kind());
        } else {
            account.put(posting.kind(), sum.stripTrailingZeros());
        }
    }
}
