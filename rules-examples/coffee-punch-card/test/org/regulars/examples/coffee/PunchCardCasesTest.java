package org.regulars.examples.coffee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.Return.line;
import static org.regulars.testing.Scenario.given;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;
import org.regulars.testing.OutcomeAssert;
import org.regulars.testing.Scenario;

/** Every case of "seven bought, the eighth free" that was agreed on, as a table. */
class PunchCardCasesTest {

    private static final RuleSet AS_PRINTED = RuleSet.fromClasspath("coffee-punch-card/coffee-punch-card.drl");

    private static final RuleSet NEXT_TIME = RuleSet.fromClasspath("coffee-punch-card/coffee-next-time.drl");
    private static final RuleSet HALF_PRICE = RuleSet.fromClasspath("coffee-punch-card/coffee-half-price.drl");

    private static final Map<String, RuleSet> RULES =
            Map.of("as printed", AS_PRINTED, "next time", NEXT_TIME, "half price", HALF_PRICE);

    private static final Pattern UNITS = Pattern.compile("(\\d+) (\\w+) at ([\\d.]+)");

    /** The columns on the right speak of the last visit. */
    @ParameterizedTest(name = "{0}: {2} stamps held, {3} of {4}")
    @CsvSource(useHeadersInDisplayName = false, delimiter = '|', textBlock = """
            # case | the card        | held | visits | what is bought                      | paid with | free | off   | to pay | stamps after
            12.1   | as printed      | 0    | 7      | 1 coffee at 3.00                    | cash      | 0    | 0.00  | 3.00   | 7
            12.1   | as printed      | 0    | 8      | 1 coffee at 3.00                    | cash      | 1    | 3.00  | 0.00   | 0
            12.2   | as printed      | 0    | 1      | 8 coffee at 3.00                    | cash      | 1    | 3.00  | 21.00  | 0
            12.3   | as printed      | 0    | 1      | 7 coffee at 3.00                    | cash      | 0    | 0.00  | 21.00  | 7
            12.3   | as printed      | 0    | 1      | 8 coffee at 3.00                    | cash      | 1    | 3.00  | 21.00  | 0
            12.3   | as printed      | 0    | 1      | 9 coffee at 3.00                    | cash      | 1    | 3.00  | 24.00  | 1
            12.3   | as printed      | 0    | 1      | 15 coffee at 3.00                   | cash      | 1    | 3.00  | 42.00  | 7
            12.3   | as printed      | 0    | 1      | 16 coffee at 3.00                   | cash      | 2    | 6.00  | 42.00  | 0
            12.3   | as printed      | 0    | 1      | 50 coffee at 3.00                   | cash      | 6    | 18.00 | 132.00 | 2
            12.4   | as printed      | 7    | 1      | 1 latte at 4.80, 1 espresso at 2.50 | cash      | 1    | 2.50  | 4.80   | 1
            12.5   | next time       | 6    | 2      | 1 mocha at 6.20                     | cash      | 1    | 5.00  | 1.20   | 0
            12.6   | as printed      | 6    | 1      | 1 coffee at 3.00                    | gift card | 0    | 0.00  | 3.00   | 6
            12.10  | half price      | 7    | 1      | 1 coffee at 4.00                    | cash      | 0    | 2.00  | 2.00   | 1
            """)
    void the_agreed_cases(
            String number,
            String card,
            int held,
            int visits,
            String bought,
            String tender,
            long free,
            String off,
            String toPay,
            long stampsAfter) {
        Line[] lines =
                UNITS.matcher(bought).results().map(PunchCardCasesTest::bought).toArray(Line[]::new);
        Scenario scenario =
                given(RULES.get(card)).in("USD").by("tender", tender).holding(held, "stamps");
        OutcomeAssert last = scenario.buys(lines);
        for (int visit = 2; visit <= visits; visit++) {
            last = last.then().buys(lines);
        }
        last.givesFree(free, "coffee").leavesToPay(toPay).leaves(stampsAfter, "stamps");
        assertThat(last.outcome().purchase().total().subtract(last.outcome().toPay()))
                .isEqualByComparingTo(off);
    }

    @Test
    void however_many_are_bought_at_once_every_eighth_is_free_and_the_rest_are_stamps() {
        for (int bought = 1; bought <= 60; bought++) {
            given(AS_PRINTED)
                    .buys(bought, "coffee", "3.00")
                    .givesFree(bought / 8, "coffee")
                    .leaves(bought % 8, "stamps");
        }
    }

    /** Case 12.9. */
    @Test
    void the_same_receipt_handed_in_twice_is_one_stamp() {
        Outcome once = given(AS_PRINTED).buys(1, "coffee", "3.00").outcome();
        Purchase sameReceipt = once.purchase();

        Outcome twice = LoyaltyEngine.with(AS_PRINTED).decide(once.memberAfter(), sameReceipt);

        assertThat(twice.repeated()).isTrue();
        OutcomeAssert.assertThat(twice).earnsNothing().leaves(1, "stamps");
    }

    /** Case 12.7. */
    @Test
    void a_stamp_is_taken_back_with_its_coffee_and_a_full_card_is_full_no_more() {
        given(AS_PRINTED)
                .buys(7, "coffee", "3.00")
                .then()
                .returns(line(1, 1))
                .takesBack(1, "stamps")
                .refunds("3.00")
                .leaves(6, "stamps")
                .then()
                .buys(1, "coffee", "3.00")
                .givesFree(0, "coffee")
                .leaves(7, "stamps");
    }

    /** Case 12.8. */
    @Test
    void a_stamp_that_paid_already_is_owed_and_the_next_free_coffee_comes_after_eight_more() {
        OutcomeAssert seven = given(AS_PRINTED).buys(7, "coffee", "3.00");
        OutcomeAssert visit = seven.then()
                .buys(1, "coffee", "3.00")
                .givesFree(1, "coffee")
                .then()
                .returns(seven.outcome(), line(1, 1))
                .refunds("3.00")
                .leaves(-1, "stamps");
        for (int coffee = 1; coffee <= 8; coffee++) {
            visit = visit.then().buys(1, "coffee", "3.00").givesFree(0, "coffee");
        }
        visit.leaves(7, "stamps").then().buys(1, "coffee", "3.00").givesFree(1, "coffee");
    }

    private static Line bought(MatchResult units) {
        return Line.of(Long.parseLong(units.group(1)), units.group(2), "coffee", units.group(3));
    }
}
