package org.regulars.internal.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.regulars.RuleSet;

/** Rules, and word for word the sentences that the terms make of them. One set, because compiling is what takes the time. */
class SentencesTest {

    /** {@code when | then | sentence}, the parts of a rule with its statements apart by semicolons. */
    private static final List<String> DECISIONS = List.of(
            "Paid() | Earn.of( 1, \"visits\" ) | You earn 1 visit with each purchase you pay for.",
            "$goods : PaidItem( category == \"coffee\" ) | Earn.of( 2, \"points\" ).forEach( $goods ).expiringOn( \"2026-06-30\" ) |"
                    + " You earn 2 points for each unit of coffee you pay for, to be used through 30 June 2026.",
            "$coffees : PaidItem( category == \"coffee\" ) | Earn.of( 1, \"stamps\" ).forEach( $coffees ) |"
                    + " You earn 1 stamp for each coffee you pay for.",
            "$goods : PaidItem( category not in ( \"tea\", \"rum\" ) ) | Earn.of( \"0.5\", \"points\" ).times( $goods.amount() ) |"
                    + " You earn 0.5 points for every 1.00 you pay for everything but tea and rum.",
            "$paid : Paid() | Earn.of( 10, \"points\" ).forEvery( \"2.50\", $paid.amountWithout( \"tax\", \"gift card\" ) ) |"
                    + " You earn 10 points for every whole 2.50 you pay, without what of it is \"tax\" or \"gift card\".",
            "PaidItem( category in ( \"tea\", \"cake\" ) ) | Multiply.by( \"1.25\", \"points\" ).bestOf( \"summer\" ) |"
                    + " The points you earn for tea or cake are multiplied by 1.25. Of the offers called \"summer\" only the best for"
                    + " you counts.",
            "Paid( amount >= 50 ) | Bonus.of( 20, \"points\" ).expiringAfterDays( 10 ) |"
                    + " If you pay 50 or more, you get 20 points extra with that purchase, to be used for 10 days from that day.",
            "Paid() | Limit.of( 500, \"points\" ) | At most 500 points are earned with one purchase.",
            "Paid() | Limit.of( 90, \"points\" ).perWeek().onThisOffer() |"
                    + " At most 90 points are earned from this offer in a week from Monday through Sunday.",
            "Paid( purchase.weekend ) | Limit.of( 91, \"points\" ).perMonth() | At weekends, at most 91 points are earned in a month of"
                    + " the calendar. What you earn otherwise does not count.",
            "Paid() | Limit.of( 92, \"points\" ).perMembershipYear() |"
                    + " At most 92 points are earned from one anniversary of your joining to the next.",
            "PaidItem() | Limit.of( 30, \"points\" ).perAward() |"
                    + " Each single award of points is at most 30 points, with each line by itself.",
            "Item( category == \"cake\", purchase.time >= \"17:00\" ) | Discount.percent( 20 ).upTo( \"3.00\" ) |"
                    + " From 17:00 on, 20 percent is taken off cake, at most 3.00 on each line.",
            "Item( category == \"cake\" ) | Discount.amount( \"0.50\" ) | 0.50 is taken off each line of cake you buy.",
            "$fuel : Item( category == \"fuel\" ) | Discount.amount( \"0.10\" ).forEach( $fuel ) |"
                    + " 0.10 is taken off for each fuel you buy.",
            "$basket : Purchase( total >= 50 ) | Discount.amount( 5 ).forEvery( 50, $basket.total() ) |"
                    + " If your purchase comes to 50 or more before any offer, 5 is taken off your purchase for every whole 50 your"
                    + " purchase comes to before any offer.",
            "Purchase( text( \"coupon\" ) == \"JUNE15\", date >= \"2026-06-01\", date <= \"2026-06-30\" ) |"
                    + " Discount.percent( 15 ).on( \"wine\" ).upTo( \"30.00\" ) | From 1 June 2026 through 30 June 2026, if you"
                    + " show the coupon \"JUNE15\", 15 percent is taken off all wine in your purchase, at most 30.00.",
            "Purchase( has( \"tea\" ) ) | Discount.percent( 50 ).on( 1, \"tea\" ).costing( 7, \"stamps\" ).withThisPurchase() |"
                    + " For 7 stamps, those of this very purchase included, 50 percent is taken off 1 tea in your purchase, the"
                    + " cheapest that is not free.",
            "Purchase( has( \"tea\" ) ) | FreeItem.of( 1, \"tea\" ).costing( 8, \"stamps\" ).repeatedly().spentForGood() |"
                    + " For 8 stamps that you hold beforehand, 1 tea in your purchase is free: the cheapest, again and again as long"
                    + " as you hold 8 stamps and there is more tea; what it cost stays spent if you bring it back.",
            "Purchase( has( \"tea\" ) ) | FreeItem.of( 3, \"cones\" ).after( 10 ) | If your purchase has tea in it, once you pay for"
                    + " 10 units of cones, up to 3 more are free: the cheapest.",
            "Purchase() | FreeItem.of( 1, \"pens\" ).after( 2 ).repeatedly() |"
                    + " For every 2 units of pens you pay for, 1 more is free: the cheapest.",
            "Balance( kind == \"visits\", amount >= 10 ) | FreeItem.of( 1, \"lunch\" ).costing( 10, \"visits\" ).upTo( \"5.00\" )"
                    + ".expiringAfterMonths( 1 ) | Whenever you hold 10 or more visits, for 10 visits, 1 lunch is free with a later"
                    + " purchase: the cheapest in that, up to 5.00, of which you pay the rest, to be used for 1 month from that day.",
            "Purchase( total > 80 ) | FreeItem.gift( 1, \"tote bag\" ) | If your purchase comes to more than 80 before any offer,"
                    + " you are given 1 tote bag along with your purchase.",
            "Paid( quantityOf( \"pen\" ) < 2 ) | FreeShipping.of() | If you pay for less than 2 units of pen, delivery is free.",
            "Purchase( member.tier.isAtLeast( \"Gold\" ) ) | Benefit.of( \"lounge\" ).forMonths( 3 ).costing( 40, \"points\" ) | If you"
                    + " are Gold or above, for 40 points that you hold beforehand, you get \"lounge\" for 3 months from that day.",
            "Balance( kind == \"status points\", amount >= 500 ) | Upgrade.to( \"Gold\" ).through( \"2026-12-31\" ) |"
                    + " Once you hold 500 or more status points, you become Gold through 31 December 2026.",
            "Activity( name == \"fee paid\" ) | Upgrade.to( \"Plus\" ).forYears( 1 ) |"
                    + " Each time \"fee paid\" is recorded for you, your plan becomes Plus for 1 year from that day.",
            "Day( dayOfMonth == 15, month in ( MAY, AUGUST ) ) | Convert.of( 50, \"points\" ).into( \"0.50\", \"vouchers\" )"
                    + ".repeatedly().atLeast( 150 ).atMost( 1000 ) | On the 15th of May and August, 50 points become 0.50 vouchers,"
                    + " again and again as long as you hold 50 points, if that takes at least 150 points in all, at most 1000 points"
                    + " in all.",
            "$wish : Redemption( reward == \"points\" ) Purchase() | PayWith.each( \"0.01\", \"points\" ).atLeast( 150 )"
                    + ".inStepsOf( 50 ).atMost( 1000 ).upToPercent( 60 ).on( \"books\" ).wanted( $wish.amount() ) |"
                    + " With a purchase, if you ask for \"points\", 1 point pays 0.01 of books: no more than the amount you ask for, at"
                    + " least 150, in steps of 50, at most 1000, for at most 60 percent of what is left to pay.",
            "Item( category == \"toys\" ) | PayWith.each( \"0.10\", \"stars\" ).inFull() |"
                    + " 1 star pays 0.10 of toys: for all that is left to pay of it, or for nothing.",
            "Redemption( member.tier.isBelow( \"Gold\" ) ) | Overdraft.percent( 20, \"miles\" ).upTo( 3000 ) | When you ask for a"
                    + " reward, if you are below Gold, you may spend up to 20 percent more miles than you hold, at most 3000 more."
                    + " What you then owe is made good by what comes in next.",
            "Activity( name == \"asked\" ) | Overdraft.of( 300, \"miles\" ) | Each time \"asked\" is recorded for you, you may spend up"
                    + " to 300 more miles than you hold. What you then owe is made good by what comes in next.",
            "Activity( name == \"closed\" ) | Extend.of( \"points\" ).byMonths( 3 ) |"
                    + " Each time \"closed\" is recorded for you, all points you hold can be used 3 months longer.",
            "Activity( name == \"complained\" ) | Extend.of( \"points\" ).forDays( 30 ).reinstating( 10 ) | Each time \"complained\" is"
                    + " recorded for you, all points you hold can be used for 30 days from that day, if that is longer, and what lapsed"
                    + " no more than 10 days before comes back first.",
            "Day( member.lastActive < yearsAgo( 1 ) ) | Forfeit.all( \"points\" ) | On each day on which you were last active more than"
                    + " 1 year ago, you lose all points, also what you cannot use yet.",
            "Activity( name == \"misused\" ) | Forfeit.of( 100, \"points\" ) |"
                    + " Each time \"misused\" is recorded for you, you lose 100 points, as far as you hold so many.",
            "Activity( name == \"fee refunded\" ) | Forfeit.tier( \"Plus\" ) |"
                    + " Each time \"fee refunded\" is recorded for you, you lose Plus, or the higher tier that you have.",
            "$unused : Expired( kind == \"vouchers\" ) | Bonus.of( $unused.amount(), \"cashback\" ) |"
                    + " When an amount of vouchers lapses unused, you get as much cashback as the amount that lapses extra.");

    private static final List<String> CONDITIONS = List.of(
            "Paid( amount > 50 ) | If you pay more than 50,",
            "Paid( amount <= 50 ) | If you pay 50 or less,",
            "Paid( amount < 50 ) | If you pay less than 50,",
            "Paid( amount != 50 ) | If you pay anything but 50,",
            "Paid( 50 <= amount ) | If you pay 50 or more,",
            "Paid( amount >= 50 && < 60 ) | If you pay 50 or more and you pay less than 60,",
            "Paid( amount > 50 || quantity > 5 ) | If either you pay more than 50 or you pay for more than 5 units,",
            "Paid( amount - amountOf( \"tea\" ) >= 50 ) | If what you pay, less what you pay for tea, is 50 or more,",
            "Paid( has( \"tea\" ), !has( \"rum\" ) ) | If you pay for tea and you pay for no rum,",
            "Paid( saved > 5 ) | If offers have saved you more than 5,",
            "Paid( purchase.date < \"2026-06-01\" ) | Before 1 June 2026,",
            "Paid( purchase.date == \"2026-06-01\" ) | On 1 June 2026,",
            "Paid( purchase.date > \"2026-06-01\" ) | After 1 June 2026,",
            "Paid( purchase.day == SATURDAY ) | On Saturdays,",
            "Paid( purchase.day != SATURDAY ) | On days other than Saturday,",
            "Paid( purchase.day in ( MONDAY, TUESDAY ) ) | On Mondays and Tuesdays,",
            "Paid( !purchase.weekend ) | From Monday to Friday,",
            "Paid( purchase.month == JUNE ) | In June,",
            "Paid( purchase.dayOfMonth == 1 ) | On the 1st of the month,",
            "Paid( purchase.dayOfMonth > 20 ) | If the day of the month is more than 20,",
            "Paid( purchase.time >= \"08:15\", purchase.time < \"10:00\" ) | From 08:15 on, before 10:00,",
            "Paid( purchase.shipping > 4 ) | If delivery costs more than 4,",
            "Paid( purchase.currency == \"EUR\" ) | If the currency of your purchase is \"EUR\",",
            "Paid( purchase.text( \"channel\" ) != \"app\" ) | If the channel is not \"app\",",
            "Paid( purchase.text( \"channel\" ) not in ( \"app\", \"web\" ) ) | If the channel is neither \"app\" nor \"web\",",
            "Paid( purchase.number( \"guests\" ) in ( 2, 3 ) ) | If the guests is exactly 2 or 3,",
            "Paid( member.text( \"home store\" ) == \"Oslo\" ) | If your home store is \"Oslo\",",
            "Paid( member.date( \"trial end\" ) >= \"2026-06-01\" ) | If your trial end is on 1 June 2026 or later,",
            "Paid( items.size == 1, purchase.lines.size >= 3 ) | If the number of lines you pay for is exactly 1 and the number of"
                    + " lines of your purchase is 3 or more,",
            "Paid( member.birthday ) | On your birthday,",
            "Paid( member.anniversary == false ) | If it is not the anniversary of your joining,",
            "Paid( member.years >= 5 ) | If you have been a member for 5 or more full years,",
            "Paid( member.joined < \"2026-06-01\" ) | If you joined before 1 June 2026,",
            "Paid( member.idleDays > 60 ) | If you have not been active for more than 60 days,",
            "Paid( member.lastActive <= purchase.monthsAgo( 6 ) ) | If you were last active 6 months ago or longer,",
            "Paid( member.holds( \"stars\" ) == 0 ) | If you hold no stars beforehand,",
            "Paid( member.tier.is( \"Gold\" ) ) | If you are Gold,",
            "Paid( member.tier( \"plan\" ).is( \"Plus\" ) ) | If your plan is Plus,",
            "Paid() Member( years >= 3 ) | If you have been a member for 3 or more full years,",
            "Paid() exists PaidItem( category == \"wine\" ) | If you pay for wine,",
            "Purchase() not Item( category == \"wine\", amount > 5 ) |"
                    + " If you buy no wine of which this is so: it comes to more than 5 before any offer,",
            "Paid() not Redemption( reward == \"mug\" ) | If it is not so that you ask for \"mug\",",
            "( Balance( kind == \"a\", amount >= 10 ) and Balance( kind == \"b\", amount >= 5 ) ) or Balance( kind == \"a\", amount >= 25 ) |"
                    + " Whenever either both you hold 10 or more a and you hold 5 or more b, or you hold 25 or more a,",
            "Balance( kind == \"a\", pending > 1, before < 2, earned >= 3, spent <= 4 ) | Whenever you hold more than 1 a that wait and"
                    + " you held less than 2 a before and you earn 3 or more a at that and you spend 4 or less a at that,",
            "Redemption( reward == \"mug\", amount > 1 ) | If you ask for \"mug\" and you ask for more than 1 of it,",
            "Activity( name == \"reviewed\", number( \"letters\" ) >= 100 ) |"
                    + " Each time \"reviewed\" is recorded for you, if the letters is 100 or more,");

    private static final List<String> QUOTED = List.of(
            "Paid( amount * quantity > 500 ) | `Paid( amount * quantity > 500 )`",
            "Paid( purchase.text( \"code\" ) matches \"A.*\" ) | `Paid( purchase.text( \"code\" ) matches \"A.*\" )`",
            "Paid( ( amount - ( quantity - saved ) ) > 5 ) | `Paid( ( amount - ( quantity - saved ) ) > 5 )`",
            "Paid( amount > 50 || quantity > 5 && saved > 1 ) | `Paid( amount > 50 || quantity > 5 && saved > 1 )`");

    @Test
    void every_decision_has_its_sentence() {
        List<String> rows = DECISIONS;
        String terms = terms(rules(rows, 1));

        assertThat(rows).isNotEmpty();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(sentence(terms, i)).isEqualTo(rows.get(i).split("\\|")[2].strip());
        }
        assertThat(terms).doesNotContain("`");
    }

    @Test
    void every_condition_has_its_clause() {
        String terms =
                terms(rules(CONDITIONS.stream().map(SentencesTest::benefit).toList(), 1));

        for (int i = 0; i < CONDITIONS.size(); i++) {
            assertThat(sentence(terms, i))
                    .startsWith(CONDITIONS.get(i).replaceFirst("^.* \\| ", "").strip());
        }
        assertThat(terms).doesNotContain("`");
    }

    @Test
    void what_has_no_words_is_quoted_as_the_rule_has_it() {
        String terms = terms(rules(QUOTED.stream().map(SentencesTest::benefit).toList(), 1));

        for (int i = 0; i < QUOTED.size(); i++) {
            assertThat(sentence(terms, i))
                    .endsWith("This holds only if the following does, as the rule has it: "
                            + QUOTED.get(i).replaceFirst("^.*\\) \\| ", "").strip() + ".");
        }
    }

    @Test
    void a_decision_without_words_is_quoted_too() {
        String terms = terms("""
                rule "R0."
                when
                    $paid : Paid( amount > 5, $points : ( amount * quantity ) )
                then
                    insert( Bonus.of( $points, "points" ) );
                    insert( FreeShipping.of() );
                end
                """);

        // What the name stands for is quoted with it.
        assertThat(terms)
                .contains("- **R0.** What holds is as the rule has it: `insert( Bonus.of( $points, \"points\" ) );"
                        + " insert( FreeShipping.of() );`. This holds only if the following does, as the rule has it:"
                        + " `$paid : Paid( amount > 5, $points : ( amount * quantity ) )`.\n");
    }

    private static String benefit(String row) {
        String when = row.replaceFirst(" \\| .*", "");
        return when + " | Benefit.of( \"it\" ) | ";
    }

    private static String rules(List<String> rows, int columns) {
        StringBuilder rules = new StringBuilder("""
                rule "Ladders"
                when
                    Program()
                then
                    insert( Tiers.of( "Blue", "Gold" ) );
                    insert( Tiers.of( "Free", "Plus" ).named( "plan" ) );
                end
                """);
        for (int i = 0; i < rows.size(); i++) {
            String[] parts = rows.get(i).split(" \\| ");
            rules.append("rule \"R").append(i).append(".\"\nwhen\n    ").append(parts[0]);
            rules.append("\nthen\n    insert( ").append(parts[columns].strip()).append(" );\nend\n");
        }
        return rules.toString();
    }

    private static String terms(String rules) {
        try (RuleSet loaded = RuleSet.fromText(rules)) {
            return loaded.terms().markdown();
        }
    }

    private static String sentence(String terms, int rule) {
        var found = Pattern.compile("(?m)\\*\\*R" + rule + "\\.\\*\\* (.*?)( \\|)?$")
                .matcher(terms);
        assertThat(found.find()).as("R" + rule + " in\n" + terms).isTrue();
        return found.group(1);
    }
}
