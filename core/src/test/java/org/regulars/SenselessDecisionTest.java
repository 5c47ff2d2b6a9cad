package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that decides what makes no sense is named, with what is wrong. */
class SenselessDecisionTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Purchase() | PayWith.each( \"1e19\", \"points\" ) | more than 18 digits",
                "Purchase() | Discount.amount( \"1e999999999\" ) | '1e999999999' is a number of more than 1000 digits",
                "Purchase() | Discount.amount( \"-1e999999999\" ) | '-1e999999999' is a number of more than 1000 digits",
                "Purchase() | Discount.percent( \"1e-999999999\" ) | '1e-999999999' is a number of more than 1000 digits",
                "Purchase() | PayWith.each( 1, \" \" ) | inserts PayWith without saying of what",
                "Purchase() | PayWith.each( 1, \"points\" ).atLeast( -5 ) | sets a bound of -5 points, which is below zero",
                "Purchase() | PayWith.each( 1, \"points\" ).atMost( -5 ) | sets a bound of -5 points",
                "Purchase() | PayWith.each( 1, \"points\" ).upToPercent( 120 ) | lets 120 percent be paid with a kind",
                "Purchase() | PayWith.each( 1, \"points\" ).upToPercent( 0 ) | lets 0 percent be paid",
                "Purchase() | PayWith.each( 1, \"points\" ).wanted( member.number( \"wish\" ) ) | no amount of points that the member wants",
                "Purchase() | Overdraft.of( 5, \"\" ) | inserts Overdraft without saying of what",
                "Purchase() | Overdraft.of( 5, \"miles\" ).upTo( -1 ) | sets a bound of -1 miles",
                "Purchase() | Convert.of( 5, \"points\" ) | gives up 5 points without saying what they become. Maybe .into(",
                "Purchase() | Convert.of( 5, \"points\" ).into( \"1e19\", \"miles\" ) | more than 18 digits",
                "Purchase() | Convert.of( 5, \"points\" ).into( 1, \"miles\" ).atLeast( -5 ) | sets a bound of -5 points",
                "Purchase() | Convert.of( 5, \" \" ).into( 1, \"miles\" ) | inserts Convert without saying of what",
                "Paid() | Limit.of( 5, \"\" ) | inserts Limit without saying of what",
                "Paid() | Limit.of( \"1e19\", \"points\" ) | more than 18 digits",
                "Paid() | Extend.of( \"points\" ) | extends points without saying for how long. Maybe .byMonths( 3 )?",
                "Paid() | Extend.of( \"\" ).byDays( 3 ) | inserts Extend without saying of what",
                "Paid() | Forfeit.all( \" \" ) | inserts Forfeit without saying of what",
                "Paid() | Forfeit.all( null ) | inserts Forfeit without saying of what",
                "Paid() | Forfeit.tier( \"Plati\" + \"num\" ) | takes 'Platinum', which is on no ladder",
                "Paid() | FreeItem.of( 1, \"tea\" ).after( 2 ) | after 2 others of the basket, which is settled by then",
            })
    void it_is_refused_with_the_name_of_the_rule(String when, String then, String says) {
        String named = when.replace("Purchase()", "Purchase( $member : member )");
        try (RuleSet rules = RuleSet.fromText("rule \"The senseless one\" when " + named + " then insert( "
                + then.replace("member.", "$member.") + " ); end")) {
            EventRefusedException refused = catchThrowableOfType(
                    EventRefusedException.class,
                    () -> LoyaltyEngine.with(rules)
                            .decide(
                                    Member.of("ana", Instant.EPOCH),
                                    Purchase.of("p", Instant.parse("2026-01-02T12:00:00Z"), "EUR")
                                            .with(1, "tea", "tea", "2.00")));
            assertThat(refused).hasMessageContaining(says);
            assertThat(refused.offer()).isNotNull().extracting(Offer::name).isEqualTo("The senseless one");
        }
    }

    @Test
    void a_name_that_no_receipt_could_show_is_refused_so_that_outcomes_stay_small() {
        String name = "a".repeat(201);
        try (RuleSet rules = RuleSet.fromText(
                "rule \"A long benefit\" when Purchase() then insert( Benefit.of( \"" + name + "\" ) ); end")) {
            Purchase tea = Purchase.of("p", Instant.parse("2026-01-02T12:00:00Z"), "EUR")
                    .with(1, "tea", "tea", "2.00");

            assertThatThrownBy(() -> LoyaltyEngine.with(rules).decide(Member.of("ana", Instant.EPOCH), tea))
                    .isInstanceOf(EventRefusedException.class)
                    .hasMessageContaining("a name of 201 letters, and 200 are the most: aaa")
                    .hasMessageContaining("Maybe a shorter one?");
        }
    }
}
