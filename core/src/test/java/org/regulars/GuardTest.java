package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule file cannot hurt the application: it runs nothing but rules, and uses up no more than its bounds. */
class GuardTest {

    private static final Instant NOON = Instant.parse("2026-07-01T10:00:00Z");
    private static final Member ANA = Member.of("ana", NOON);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            System.exit( 3 );                                                | 1:35 | announces nothing
            while ( true ) { }                                               | 1:35 | has no 'while'
            do { } while ( true );                                           | 1:35 | has no 'do'
            for ( int i = 0; i < 9; i++ ) { }                                | 1:35 | has no 'for'
            for ( var one : java.util.List.of( 1 ) ) { }                     | 1:51 | 'java' is none
            for ( var one : $paid.items().subList( 0, 1 ) ) { }              | 1:51 | what a fact holds
            again: insert( Benefit.of( "x" ) );                              | 1:35 | has no 'again'
            try { insert( Benefit.of( "x" ) ); } catch ( Throwable any ) { } | 1:35 | has no 'try'
            update( $paid );                                                 | 1:35 | changes no facts
            insert( $paid );                                                 | 1:43 | Only decisions are inserted
            insert( $paid.items() );                                         | 1:43 | Only decisions are inserted
            var it = $paid; insert( it );                                    | 1:59 | Only decisions are inserted
            insert( "x" );                                                   | 1:43 | Only decisions are inserted
            insert( null );                                                  | 1:43 | Only decisions are inserted
            insert( new Object() );                                          | 1:43 | no 'new'
            insert( Runtime.getRuntime() );                                  | 1:43 | 'Runtime' is none
            insert( java.lang.Runtime.getRuntime() );                        | 1:43 | 'java' is none
            insert( $paid.getClass() );                                      | 1:49 | no 'getClass'
            $paid.items().forEach( item -> { } );                            | 1:35 | announces nothing
            String[] many = new String[ 1000000000 ];                        | 1:44 | no arrays
            String[] many = { "x" };                                         | 1:44 | no arrays
            """)
    void what_is_no_decision_is_refused_after_then_at_its_place(String then, String place, String why) {
        String rule = "rule \"x\" when $paid : Paid() then " + then + " end";

        assertThat(problem(rule)).contains("rules.drl:" + place + ":").contains(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Paid( amount.getClass() != null )                       | 1:21 | no 'getClass'
            Paid() eval( true )                                     | 1:22 | not 'eval'
            Paid() String() from "x"                                | 1:22 | 'String' is none
            $paid : Paid() Object() from $paid.items                | 1:30 | 'Object' is none
            $paid : Paid() Item() from entry-point "x"              | 1:37 | without 'from'
            PaidItem( name matches "(a+)+b" )                       | 1:25 | a repetition of what repeats
            PaidItem( name matches category )                       | 1:25 | a pattern in quotes
            PaidItem() PaidItem( amount > 3 )                       | 1:15 | each PaidItem with each PaidItem
            PaidItem() PaidItem() PaidItem()                        | 1:15 | each PaidItem with each PaidItem
            PaidItem() Item()                                       | 1:26 | each Item with each PaidItem
            Paid( ((((((( amount > 1 ))))))) )                      | 1:26 | more than 6 deep
            Paid() accumulate( PaidItem( $q : quantity ); $v : variance( $q ) ) | 1:66 | no total 'variance'
            """)
    void what_is_no_condition_is_refused_after_when_at_its_place(String when, String place, String why) {
        String rule = "rule \"x\" when " + when + " then insert( Bonus.of( 1, \"x\" ) ); end";

        assertThat(problem(rule)).contains("rules.drl:" + place + ":").contains(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            import java.util.List;             | has no 'import'
            dialect "mvel"                     | holds rules only
            """)
    void a_file_has_nothing_before_its_rules(String header, String why) {
        assertThat(problem(header + "\n" + rule("Bonus.of( 1, \"x\" )"))).contains(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            extends "y"                        | 1:10 | extends no other
            @watch( java.lang.Runtime.class )  | 1:10 | no '@watch'
            """)
    void a_rule_has_nothing_before_its_conditions_but_what_it_says(String head, String place, String why) {
        String rule = "rule \"x\" " + head + " when Paid() then insert( Bonus.of( 1, \"x\" ) ); end";

        assertThat(problem(rule)).contains("rules.drl:" + place + ":").contains(why);
    }

    @Test
    void letters_that_say_one_thing_and_mean_another_are_refused() {
        assertThat(problem(rule("Bonus.of( 1, \"\\u0078\" )"))).contains("A letter stands for itself");
        assertThat(problem(rule("Bonus.of( 1, \"x\u202e\" )"))).contains("cannot be seen (U+202E)");
    }

    @Test
    void a_file_that_is_too_long_is_not_even_read() {
        Bounds bounds = Bounds.standard().withFileLetters(10);

        assertThatThrownBy(() -> RuleSet.loader().within(bounds).fromText(rule("Bonus.of( 1, \"x\" )")))
                .hasMessageContaining("the bound 'fileLetters'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            insert( Bonus.of( "a".repeat( 9 ).length(), "x" ) );         | java.lang.String.repeat()
            insert( Bonus.of( $paid.amount().pow( 999999 ), "x" ) );     | java.math.BigDecimal.pow()
            insert( Bonus.of( $paid.hashCode(), "x" ) );                 | hashCode()
            """)
    void what_a_text_does_not_show_the_bytecode_does(String then, String member) {
        String rule = "rule \"x\" when $paid : Paid() then " + then + " end";

        assertThat(problem(rule)).contains("\"x\" uses").contains(member);
    }

    @Test
    void loops_in_loops_end_with_the_steps() {
        String refusal = refusal(Bounds.standard().withSteps(10_000), 40, """
                rule "Each with each with each"
                when
                    $paid : Paid()
                then
                    for ( var a : $paid.items() ) { for ( var b : $paid.items() ) { for ( var c : $paid.items() ) { if ( c.line() > 99 ) { insert( Bonus.of( 1, "x" ) ); } } } }
                end
                """);

        assertThat(refusal)
                .contains("Each with each with each")
                .contains("10000 steps")
                .contains("the bound 'steps'");
    }

    @Test
    void a_pattern_is_tried_step_by_step() {
        String refusal = refusal(
                Bounds.standard().withSteps(10_000),
                1,
                "rule \"Long\" when PaidItem( name matches \"a*a*a*a*b\" ) then insert( Bonus.of( 1, \"x\" ) ); end");

        assertThat(refusal).contains("rule \"Long\"").contains("the bound 'steps'");
    }

    @Test
    void a_join_is_counted_before_it_is_tried() {
        String refusal = refusal(
                Bounds.standard().withMatches(1000),
                40,
                "rule \"Pairs\" when $a : PaidItem() PaidItem( category == $a.category )"
                        + " then insert( Bonus.of( 1, \"x\" ) ); end");

        assertThat(refusal)
                .contains("1600 combinations of PaidItem and PaidItem")
                .contains("the bound 'matches'");
    }

    @Test
    void decisions_are_counted() {
        String refusal = refusal(
                Bounds.standard().withDecisions(10),
                11,
                "rule \"Many\" when PaidItem() then insert( Bonus.of( 1, \"x\" ) ); end");

        assertThat(refusal).contains("rule \"Many\"").contains("the bound 'decisions'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            var a = $p.amount().setScale( 10000000 ); insert( Earn.of( a, "x" ) );        | the bound 'digits'
            insert( Earn.of( 10, "x" ).forEvery( "1E-999999999", $p.amount() ) );         | more than 1000 digits
            insert( Benefit.of( "0123456789" + $p.name() + $p.name() ) );                 | the bound 'text'
            insert( Benefit.of( "all: " + $p ) );                                         | not of a PaidItem
            """)
    void numbers_and_texts_are_bounded(String then, String bound) {
        String refusal =
                refusal(Bounds.standard().withText(60), 1, "rule \"Long\" when $p : PaidItem() then " + then + " end");

        assertThat(refusal).contains("rule \"Long\"").contains(bound);
    }

    @Test
    void a_rule_stopped_leaves_nothing_for_the_next_decision() {
        try (RuleSet rules = RuleSet.loader()
                .within(Bounds.standard().withSteps(200))
                .fromText("rule \"Few\" when PaidItem( amount > 1 ) then insert( Bonus.of( 1, \"x\" ) ); end")) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);

            assertThatThrownBy(() -> engine.decide(ANA, receipt(300))).isInstanceOf(EventRefusedException.class);
            assertThat(engine.decide(ANA, receipt(2)).earned("x")).isEqualByComparingTo("2");
        }
    }

    @Test
    void who_trusts_a_file_lets_it_run_any_java() {
        String rule = "rule \"x\" when Paid() then insert( Bonus.of( Integer.parseInt( \"3\" ), \"x\" ) ); end";

        assertThat(problem(rule)).contains("'Integer' is none");
        try (RuleSet rules = RuleSet.loader().trusted().fromText(rule)) {
            assertThat(LoyaltyEngine.with(rules).decide(ANA, receipt(1)).earned("x"))
                    .isEqualByComparingTo("3");
        }
    }

    private static String rule(String decision) {
        return "rule \"x\" when Paid() then insert( " + decision + " ); end";
    }

    private static String problem(String rules) {
        RuleSetException refused = catchThrowableOfType(
                RuleSetException.class, () -> RuleSet.fromText(rules).close());
        assertThat(refused).as(rules).isNotNull();
        return refused.getMessage();
    }

    private static String refusal(Bounds bounds, int lines, String text) {
        try (RuleSet rules = RuleSet.loader().within(bounds).fromText(text)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            return catchThrowableOfType(EventRefusedException.class, () -> engine.decide(ANA, receipt(lines)))
                    .getMessage();
        }
    }

    private static Purchase receipt(int lines) {
        return IntStream.range(0, lines)
                .boxed()
                .reduce(
                        Purchase.of("till-1", NOON, "EUR"),
                        (receipt, line) -> receipt.with(1, "a".repeat(40), "bread", "3.00"),
                        (one, other) -> other);
    }
}
