package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** A number in a condition is the number that stands there, not the floating point number nearest to it. */
class DecimalsInConditionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.99", "2.5", "3.33", "4.80", "10.00", "19.99"})
    void a_decimal_is_exact(String amount) {
        List<String> yes = List.of(
                "amount == " + amount,
                "amount >= " + amount,
                "amount <= " + amount,
                "amount in ( 1.23, " + amount + " )",
                "number( \"n\" ) == " + amount,
                "purchase.amountOf( \"tea\" ) >= " + amount,
                "name == \"1.5 " + amount + "\"",
                "amount + 0.1 > " + amount,
                "amount > -" + amount);
        List<String> no = List.of(
                "amount > " + amount, "amount < " + amount, "amount != " + amount, "amount not in ( " + amount + " )");
        String rules = Stream.concat(yes.stream(), no.stream())
                .map(condition -> "rule \"" + condition.replace("\"", "'") + "\"\nwhen\n    /* Paid 1.5 */ PaidItem( "
                        + condition + " )\nthen\n    insert( Earn.of( \"0.5\", \"points\" ) );\nend\n")
                .collect(Collectors.joining("// more than 0.5\n"));

        List<String> matched = decided(rules, amount);

        assertThat(matched)
                .containsExactlyInAnyOrderElementsOf(
                        yes.stream().map(each -> each.replace("\"", "'")).toList());
    }

    private static List<String> decided(String rules, String amount) {
        Line line = Line.of(1, "1.5 " + amount, "tea", amount).with("n", amount);
        Instant at = Instant.parse("2026-01-03T12:00:00Z");
        return LoyaltyEngine.with(RuleSet.fromText(rules))
                .decide(Member.of("ana", at), Purchase.of("receipt", at, "EUR").with(line))
                .granted()
                .stream()
                .map(each -> each.offer().name())
                .toList();
    }
}
