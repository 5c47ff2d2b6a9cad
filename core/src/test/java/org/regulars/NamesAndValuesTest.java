package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulars.internal.check.RuleCheck;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.Vocabulary;

/** What the check of names, sorts and values says beyond the corpus of mistakes, and what it leaves alone. */
public class NamesAndValuesTest {

    private static final String SUMMER = """
            rule "Summer: 50 points extra"
            when
                Paid( purchase.date >= "2026-06-01", purchase.date <= "2026-08-31" )
            then
                insert( Bonus.of( 50, "points" ).expiringOn( "2026-09-30" ) );
            end
            """;

    @TempDir
    private Path directory;

    /** A fact of the application's own. */
    public record Weather(boolean raining, int degrees, String sky, String kind) {}

    @Test
    void an_offer_has_ended_only_as_of_a_day_that_is_given() throws IOException {
        Files.writeString(directory.resolve("summer.drl"), SUMMER);

        assertThat(RuleSet.check(directory)).isEmpty();
        assertThat(RuleSet.loader().asOf(LocalDate.of(2026, 8, 31)).check(directory))
                .isEmpty();
        assertThat(RuleSet.loader().asOf(LocalDate.of(2026, 9, 1)).check(directory))
                .extracting(RuleProblem::toString)
                .containsExactly(
                        "summer.drl:3:59: warning: This offer ended on 2026-08-31. Maybe another date, or the rule"
                                + " can go?");
        assertThat(RuleSet.loader().asOf(LocalDate.of(2026, 10, 1)).check(directory))
                .extracting(RuleProblem::toString)
                .last()
                .isEqualTo(
                        "summer.drl:5:50: warning: What this gives has ended on 2026-09-30. Maybe another date, or the"
                                + " rule can go?");
    }

    @Test
    void what_the_application_declares_is_held_against_every_word_that_means_it() {
        Map<String, Set<String>> values = Map.of(
                "category", Set.of("coffee", "tea"),
                "name", Set.of("latte", "joined"),
                "channel", Set.of("app", "web"),
                "kind", Set.of("points"),
                "reward", Set.of("mug"));

        assertThat(told(values, rule("Item( category == \"latte\" )", "Discount.percent( 10 ).on( \"teas\" )")))
                .containsExactly(
                        "rules.drl:3:23: There is no category \"latte\". Maybe name == \"latte\"?",
                        "rules.drl:5:40: There is no name or category \"teas\". Maybe \"tea\"?");
        assertThat(told(values, rule("Purchase( text( \"channel\" ) == \"apps\" )", "FreeShipping.of()")))
                .containsExactly("rules.drl:3:36: There is no channel \"apps\". Maybe \"app\"?");
        assertThat(told(values, rule("Redemption( reward in ( \"mug\", \"cup\" ) )", "FreeShipping.of()")))
                .containsExactly("rules.drl:3:36: There is no reward \"cup\". Maybe \"mug\"?");
        assertThat(told(values, rule("Activity( name == \"joint\" )", "Bonus.of( 5, \"Points\" )")))
                .containsExactly(
                        "rules.drl:3:23: There is no name \"joint\". Maybe one of \"joined\", \"latte\"?",
                        "rules.drl:5:26: \"Points\" would be another kind than \"points\". Maybe \"points\"?");
    }

    @Test
    void facts_of_the_application_are_checked_like_the_librarys_and_their_kinds_are_no_kinds() {
        Vocabulary vocabulary = new Vocabulary(Map.of("Weather", Weather.class), Map.of("sky", Set.of("blue", "grey")));

        assertThat(told(
                        vocabulary,
                        rule("Purchase() Weather( rainin, degrees > \"20\", sky == \"gray\" )", "FreeShipping.of()")))
                .containsExactly(
                        "rules.drl:3:25: Weather has no field 'rainin'. Maybe 'raining'?",
                        "rules.drl:3:43: degrees is a number, and \"20\" is text. Maybe 20?",
                        "rules.drl:3:56: There is no sky \"gray\". Maybe \"grey\"?");
        assertThat(told(vocabulary, rule("Purchase() Weather( kind == \"storm\" )", "FreeShipping.of()")))
                .isEmpty();
        assertThat(told(vocabulary, rule("Day() Weather( raining )", "Benefit.of( \"an umbrella\" )")))
                .singleElement()
                .asString()
                .contains("Day and Weather are never there together");
    }

    @Test
    void remarks_and_texts_are_no_words_of_a_rule() {
        assertThat(told(Map.of(), """
                // rule "x" when PaidItm( categry == 5 ) then
                rule "One stamp, with when, then and end in its name"
                @says( "when then end" )
                when /* PaidItm( */
                    $coffee : PaidItem( // categry
                        category == "categry == \\" then", name != "end" )
                then
                    // insert( Earn.off( 1 ) );
                    insert( Earn.of( 1, "stamps" ).forEach( $coffee ) );
                end
                """)).isEmpty();
    }

    @Test
    void a_wish_without_a_purchase_is_asked_for_in_its_own_words() {
        assertThat(told(Map.of(), rule("Redemption() not Purchase()", "FreeItem.of( 1, \"mug\" )")))
                .containsExactly("rules.drl:3:18: What is asked for without a purchase says so itself. Maybe"
                        + " Redemption( purchase == null ) instead of not Purchase()?");
        assertThat(told(Map.of(), rule("Redemption( purchase == null )", "FreeItem.of( 1, \"mug\" )")))
                .isEmpty();
    }

    @Test
    void two_kinds_that_both_have_a_life_of_their_own_may_look_alike() {
        String kinds = rule("Paid()", "Earn.of( 1, \"plum stamps\" )")
                + rule("Activity()", "Earn.of( 1, \"plus stamps\" )").replace("The rule", "Peas");
        String used = rule("Purchase()", "FreeItem.of( 1, \"tea\" ).costing( 5, \"plum stamps\" )")
                        .replace("The rule", "Tea")
                + rule("Purchase()", "FreeItem.of( 1, \"pea\" ).costing( 5, \"plus stamps\" )")
                        .replace("The rule", "Pea");

        assertThat(told(Map.of(), kinds)).singleElement().asString().contains("would be another kind");
        assertThat(told(Map.of(), kinds + used)).isEmpty();
    }

    @Test
    void a_kind_that_is_worked_out_may_be_any() {
        assertThat(told(
                        Map.of(),
                        rule("$given : Activity()", "Bonus.of( 5, $given.text( \"kind\" ) )")
                                + rule("Purchase()", "FreeItem.of( 1, \"tea\" ).costing( 5, \"leaves\" )")
                                        .replace("The", "A")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PaidItem( category == \"a\" || == \"b\" )",
                "PaidItem( amount > 5 && < 10, name matches \"la.*\" )",
                "PaidItem( name str[startsWith] \"l\" )",
                "PaidItem( amount * 2 > purchase.total, line < 3 )",
                "PaidItem( this.amount > 3, member.id == purchase.member.id )",
                "PaidItem( purchase.attributes[\"x\"] == \"y\" )",
                "PaidItem( purchase!.day in ( MONDAY, SUNDAY ) )",
                "PaidItem( member.lastActive < purchase.yearsAgo( 1 ), member.joined >= purchase.monthsAgo( 3 ) )",
                "PaidItem( purchase.moment != null, date( \"picked\" ) > member.joined )",
                "PaidItem( $n : name, $a : amount > 5 ) PaidItem( name == $n, amount > $a )",
                "exists( PaidItem( amount > 3 ) and Paid( amount > 5 ) ) Paid()",
                "Paid() accumulate( PaidItem( $x : amount ); $sum : sum( $x ); $sum > 5 )",
                "Paid( items.size() > 3, purchase.lines.size >= 2 )",
                "( Paid( amount > 5 ) or PaidItem( category == \"x\" ) )",
                "(or Paid( amount > 5 ) PaidItem( category == \"x\" ))",
            })
    void what_is_right_or_cannot_be_read_is_left_to_the_compiler(String when) {
        assertThat(told(Map.of(), rule(when, "Bonus.of( 5, \"points\" )"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Earn.of( 1, \"points\" ).times( $paid.amount().multiply( java.math.BigDecimal.TEN ) )",
                "Earn.of( $paid.amount().longValue(), \"points\" )",
                "Earn.of( Math.max( 1, 2 ), \"points\" )",
                "Bonus.of( $paid.purchase().member().years() * 10, \"points\" )",
                "Bonus.of( $paid.purchase().lines().size(), \"points\" )",
                "Benefit.of( \"for \" + $paid.member().id() )",
            })
    void what_java_knows_after_then_is_left_to_the_compiler(String decision) {
        assertThat(told(Map.of(), rule("$paid : Paid()", decision))).isEmpty();
    }

    static List<Path> mistakes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/mistakes"))) {
            // One in ten, because each is read again for every word of it.
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .filter(file -> Math.floorMod(file.getFileName().toString().hashCode(), 10) == 0)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_word_or_sign_less_anywhere_makes_the_check_speak_or_be_silent_but_never_throw(Path file) throws IOException {
        String text = Files.readString(file);
        Matcher words = Pattern.compile("\\w+|[^\\w\\s]").matcher(text);
        while (words.find()) {
            String without = text.substring(0, words.start()) + text.substring(words.end());
            assertThatCode(() -> told(Map.of(), without)).as(without).doesNotThrowAnyException();
        }
    }

    private static String rule(String when, String then) {
        return "rule \"The rule\"\nwhen\n    " + when + "\nthen\n    insert( " + then + " );\nend\n";
    }

    private static List<String> told(Map<String, Set<String>> values, String text) {
        return told(new Vocabulary(Map.of(), values), text);
    }

    private static List<String> told(Vocabulary vocabulary, String text) {
        Problems problems = new Problems();
        new RuleCheck(vocabulary, problems).check(List.of(new RuleFile("rules.drl", text)));
        return problems.all().stream().map(RuleProblem::toString).toList();
    }
}
