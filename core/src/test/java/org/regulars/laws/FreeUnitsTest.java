package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.regulars.Line;
import org.regulars.LineOutcome;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Tally;
import org.regulars.laws.Gives.Earn;
import org.regulars.laws.Gives.Free;
import org.regulars.laws.Histories.History;
import org.regulars.laws.Promise.Fact;
import org.regulars.laws.Promise.Pattern;
import org.regulars.laws.Promise.Pattern.Mood;
import org.regulars.laws.Promise.Stage;

/** Law 5: a free unit earns nothing, and counts towards nothing. */
class FreeUnitsTest {

    private static final int COUNT = Math.max(1, RuleSets.COUNT / 3);

    @Provide
    Arbitrary<Terms> terms() {
        return RuleSets.steady(COUNT).map(FreeUnitsTest::withWitnesses).dontShrink();
    }

    @Provide
    Arbitrary<History> purchases() {
        return Histories.purchase();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void rules_never_see_them(@ForAll("terms") Terms terms, @ForAll("purchases") History history) {
        Laws.holds(terms, history, (rules, step, outcome) -> {
            BigDecimal units = BigDecimal.ZERO;
            BigDecimal money = BigDecimal.ZERO;
            BigDecimal lines = BigDecimal.ZERO;
            for (Line line : paidFor(outcome)) {
                units = units.add(line.quantity());
                money = money.add(line.amount());
                lines = lines.add(BigDecimal.ONE);
            }
            Map<String, BigDecimal> earned = earned(outcome);
            assertThat(earned.getOrDefault("units seen", BigDecimal.ZERO)).isEqualByComparingTo(units);
            assertThat(earned.getOrDefault("units in all", BigDecimal.ZERO)).isEqualByComparingTo(units);
            assertThat(earned.getOrDefault("money seen", BigDecimal.ZERO)).isEqualByComparingTo(money);
            assertThat(earned.getOrDefault("money in all", BigDecimal.ZERO)).isEqualByComparingTo(money);
            assertThat(earned.getOrDefault("lines seen", BigDecimal.ZERO)).isEqualByComparingTo(lines);
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void the_rest_earns_as_if_they_had_stayed_at_home(
            @ForAll("terms") Terms terms, @ForAll("purchases") History history) {
        Laws.holds(terms, history, (rules, step, outcome) -> {
            if (outcome.lines().stream().anyMatch(line -> line.freeUnits() > 0)) {
                Purchase bought = (Purchase) step.event();
                Purchase rest = new Purchase(
                        bought.id(),
                        bought.at(),
                        bought.currency(),
                        notFree(outcome),
                        bought.shipping(),
                        bought.wishes(),
                        bought.attributes());
                // What falls due before may bring rights too.
                Member now =
                        rules.engine().advance(step.member(), bought.instant()).memberAfter();
                Outcome other = rules.with(withoutFreeUnits(rules)).engine().decide(withoutRights(now), rest);
                assertThat(earned(other))
                        .as(() -> outcome.explain() + "\n" + other.explain())
                        .isEqualTo(earned(outcome));
                assertThat(discounts(other)).isEqualTo(discounts(outcome));
            }
        });
    }

    @Tag("soak")
    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void free_units_for_long(@ForAll("terms") Terms terms, @ForAll("purchases") History history) {
        rules_never_see_them(terms, history);
        the_rest_earns_as_if_they_had_stayed_at_home(terms, history);
    }

    /** With rules that earn one for everything they see. */
    private static Terms withWitnesses(Terms terms) {
        List<Promise> promises = new ArrayList<>(terms.promises());
        Pattern item = new Pattern(Fact.PAID_ITEM, Mood.EACH, List.of());
        Pattern all = new Pattern(Fact.PAID, Mood.EACH, List.of());
        promises.add(witness("units seen", item, "$it.quantity()"));
        promises.add(witness("units in all", all, "$it.quantity()"));
        promises.add(witness("money seen", item, "$it.amount()"));
        promises.add(witness("money in all", all, "$it.amount()"));
        promises.add(witness("lines seen", item, ""));
        return terms.with(promises);
    }

    private static Promise witness(String kind, Pattern when, String of) {
        Earn earn = new Earn(kind, "1", of, it -> BigDecimal.ZERO, "", null, null);
        return new Promise("Witness: " + kind, "", Stage.PAID, List.of(when), List.of(earn));
    }

    private static List<Promise> withoutFreeUnits(Terms terms) {
        return terms.promises().stream()
                .filter(promise -> promise.stage() != Stage.TILL
                        || promise.gives().stream().noneMatch(gives -> gives instanceof Free free && !free.gift()))
                .toList();
    }

    private static Member withoutRights(Member member) {
        return new Member(
                member.id(),
                member.joined(),
                member.asOf(),
                member.lastActive(),
                member.attributes(),
                member.lots().stream().filter(lot -> lot.claim() == null).toList(),
                member.statuses(),
                member.recent(),
                member.lapsed(),
                member.counted(),
                member.returned());
    }

    /** The lines without their free units, at what the rest of the units cost. */
    private static List<Line> notFree(Outcome outcome) {
        List<Line> rest = new ArrayList<>();
        for (Line line : outcome.purchase().lines()) {
            BigDecimal free = BigDecimal.valueOf(after(outcome, line).freeUnits());
            if (line.quantity().compareTo(free) > 0) {
                int decimals = outcome.purchase().currency().equals("JOD") ? 3 : 2;
                BigDecimal worth = line.amount().multiply(free).divide(line.quantity(), decimals, RoundingMode.HALF_UP);
                rest.add(new Line(
                        line.number(),
                        line.name(),
                        line.category(),
                        line.quantity().subtract(free),
                        line.amount().subtract(worth),
                        "",
                        line.attributes()));
            }
        }
        return rest;
    }

    /** Those of them something is left to pay for, at what is left to pay. */
    private static List<Line> paidFor(Outcome outcome) {
        return notFree(outcome).stream()
                .map(line -> new Line(
                        line.number(),
                        line.name(),
                        line.category(),
                        line.quantity(),
                        line.amount().subtract(after(outcome, line).discount()),
                        "",
                        line.attributes()))
                .filter(line -> line.amount().signum() > 0)
                .toList();
    }

    private static LineOutcome after(Outcome outcome, Line line) {
        return outcome.lines().stream()
                .filter(each -> each.line() == line.number())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, BigDecimal> earned(Outcome outcome) {
        Map<String, BigDecimal> exact = new TreeMap<>();
        for (Tally tally : outcome.tallies()) {
            exact.put(tally.kind(), tally.exact());
            exact.put(tally.kind() + ", rounded", tally.total());
        }
        return exact.entrySet().stream()
                .filter(each -> each.getValue().signum() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<Integer, BigDecimal> discounts(Outcome outcome) {
        return outcome.lines().stream()
                .filter(line -> line.discount().signum() > 0)
                .collect(Collectors.toMap(LineOutcome::line, LineOutcome::discount));
    }
}
