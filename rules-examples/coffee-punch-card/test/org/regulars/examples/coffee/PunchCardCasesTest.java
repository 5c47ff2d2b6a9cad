package org.regulars.examples.coffee;

import static org.assertj.core.api.Assertions.assertThat;
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

    private static final String STAMPS = """
            rule "Every coffee paid for is 1 stamp"
            when
                $coffees : PaidItem( category == "coffee" )
            then
                insert( Earn.of( 1, "stamps" ).forEach( $coffees ) );
            end
            """;

    private static final RuleSet CAPPED = RuleSet.fromText(STAMPS + """
            rule "7 stamps pay for a coffee, up to 5.00"
            when
                Purchase( has( "coffee" ) )
            then
                insert( FreeItem.of( 1, "coffee" ).upTo( "5.00" ).costing( 7, "stamps" ) );
            end
            """);

    private static final RuleSet HALF_PRICE = RuleSet.fromText(STAMPS + """
            rule "7 stamps take 50 percent off"
            when
                Purchase( has( "coffee" ) )
            then
                insert( Discount.percent( 50 ).on( "coffee" ).costing( 7, "stamps" ) );
            end
            """);

    private static final Map<String, RuleSet> RULES =
            Map.of("as printed", AS_PRINTED, "free up to 5.00", CAPPED, "half price", HALF_PRICE);

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
            12.5   | free up to 5.00 | 7    | 1      | 1 mocha at 6.20                     | cash      | 1    | 5.00  | 1.20   | 0
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
                UNITS.matcher(bought).results().map(PunchCardCasesTest::line).toArray(Line[]::new);
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

    private static Line line(MatchResult units) {
        return Line.of(Long.parseLong(units.group(1)), units.group(2), "coffee", units.group(3));
    }
}
