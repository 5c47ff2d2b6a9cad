package org.regulars.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule file of the examples keeps the house style, and every one of the cases that others have published. */
class HouseStyleTest {

    static List<Path> ruleFiles() {
        return Stream.concat(
                        Programs.ruleFiles().stream(),
                        Programs.ruleFiles(Path.of("..", "core", "src", "test", "resources", "cases")).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ruleFiles")
    void every_rule_file_keeps_the_house_style(Path file) {
        String path = file.toString().replace('\\', '/');

        assertThat(String.join("\n", HouseStyle.problems(path, Programs.text(file))))
                .isEmpty();
    }

    @Test
    void a_file_in_house_style_passes() {
        assertThat(HouseStyle.problems("coffee/coffee-card.drl", """
                // Coffee
                //
                // Seven bought (really (seven)), and 1 is free.

                rule "Ten on the 3rd cost 0.50, says update( the modify )"
                @says( "Ten (10) for you" )
                when
                    $coffees : PaidItem( category == "coffee(" )
                    not Activity( name == "left" )
                then
                    insert( Earn.of( 10, "3" ).times( "0.5" ) );
                    insert( Earn.of( 1, "salience" ) );
                end
                """)).isEmpty();
    }

    @Test
    void every_departure_is_named_with_its_place_and_what_to_do() {
        String text = """
                package cafe;
                import java.util.List;
                // Coffee costs 4

                rule "seven stamps, or 10."
                salience 10
                @says( "Double for you" )
                when
                    $p : PaidItem(category == "coffee" ) and Paid( amount > 7 )
                    not Earn( kind == "stamps" )
                      accumulate( Earn( $a : amount ); sum( $a ) )
                then
                    Earn earn = new Earn();
                    modify( $p ) { }
                    insert( Bonus.of( 1, "stamps" ) ); insert( Bonus.of( 2, "stamps" ) );
                end

                rule "Nothing asked"
                when
                then
                    insert(Benefit.of( "x" ));
                """;

        assertThat(HouseStyle.problems("coffee/Coffee_Card.drl", text))
                .containsExactlyInAnyOrder(
                        at(1, "Name the file in small letters with hyphens, like coffee-punch-card.drl."),
                        at(1, "Open the file with its title and its promise, as // lines."),
                        at(1, ONLY_RULES),
                        at(2, ONLY_RULES),
                        at(
                                5,
                                "Name the rule as a cashier would say it: a capital or a number first, no full stop last."),
                        at(6, never("salience")),
                        at(6, "Leave only @says( \"…\" ) between a rule's name and its 'when'."),
                        at(9, NOUN.formatted("$p")),
                        at(9, SPACE),
                        at(9, ONE_CLAUSE),
                        at(10, "Ask for what happened, not for the decision 'Earn' of another rule. Maybe a Balance?"),
                        at(11, never("accumulate")),
                        at(11, NOUN.formatted("$a")),
                        at(11, NOUN.formatted("$a")),
                        at(11, ONE_CLAUSE),
                        at(11, "Begin the line with four spaces, and end it without any."),
                        at(13, ONLY_INSERT),
                        at(14, never("modify")),
                        at(14, NOUN.formatted("$p")),
                        at(14, ONLY_INSERT),
                        at(15, ONLY_INSERT),
                        at(5, "Bring its name and its numbers together: '10' is not in the rule."),
                        at(18, "Say after 'when' what the rule is about."),
                        at(21, SPACE),
                        at(21, "End with a whole rule."));
    }

    @Test
    void a_number_that_the_rule_does_not_hold_is_a_departure() {
        String text = """
                // The bakery
                //
                // Nine paid, and from 25 the tenth is free.

                rule "9 stamps are 1.5 times a free bun"
                @says( "Nine bought: double your luck for 20.00" )
                when
                    Purchase( has( "bun" ), total >= 20 )
                then
                    insert( FreeItem.of( 1, "bun" ).costing( 8, "stamps" ) );
                end
                """;

        assertThat(HouseStyle.problems("bakery.drl", text))
                .containsExactly(
                        "bakery.drl:5: Bring its name and its numbers together: '9' is not in the rule.",
                        "bakery.drl:5: Bring its name and its numbers together: '1.5' is not in the rule.",
                        "bakery.drl:6: Bring what it says and its numbers together: 'Nine' is not in the rule.",
                        "bakery.drl:6: Bring what it says and its numbers together: 'double' is not in the rule.",
                        "bakery.drl:3: Bring the promise and its numbers together: '25' is not in any rule below.");
    }

    private static final String ONLY_RULES =
            "Leave only rules below the promise, each beginning like rule \"Coffee earns 1 stamp\".";
    private static final String ONE_CLAUSE = "Write one clause a line, like PaidItem( category == \"coffee\" ).";
    private static final String ONLY_INSERT = "Write only insert( … ); after 'then', one a line.";
    private static final String SPACE = "Put a space inside each parenthesis, as in has( \"coffee\" ).";
    private static final String NOUN = "Call '%s' by a whole noun, as in $coffees.";

    private static String never(String word) {
        return "Leave out '" + word + "': a rule says what is given for what, and no more.";
    }

    private static String at(int line, String whatToDo) {
        return "coffee/Coffee_Card.drl:" + line + ": " + whatToDo;
    }
}
