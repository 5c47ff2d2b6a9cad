package org.regulars.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that are asked without a session insert what they would in one. */
class AskedAsInSessionsTest {

    private static final Pattern IN_THE_PAGE = Pattern.compile("```drl\n(.*?)```", Pattern.DOTALL);

    /** What no file says, and rules could. */
    private static final String CORNERS = """
            rule "bound and compared with itself"
            when
                PaidItem( $name : name, $category : category, $name != $category, quantity > 1 )
            then
                insert( Benefit.of( $name ) );
                insert( Benefit.of( $category ) );
            end

            rule "the same thing inserted twice"
            when
                Paid()
            then
                var one = Bonus.of( 1, "points" );
                insert( one );
                insert( one );
                insert( Bonus.of( 1, "points" ) );
            end

            rule "joined on a text"
            when
                $item : Item( quantity > 1 )
                $paid : PaidItem( category == $item.category )
            then
                insert( Earn.of( 1, "points" ).forEach( $paid ) );
            end

            rule "joined on what is worked out"
            when
                $all : Paid( $half : ( amount / 2 ) )
                $paid : PaidItem( amount > $half )
            then
                insert( Earn.of( 1, "points" ).times( $half ) );
            end

            rule "three together, the last first"
            when
                Balance( amount > 1, $kind : kind )
                Expired( kind == $kind || amount > 5 )
                Day()
            then
                insert( Benefit.of( $kind ) );
            end

            rule "two wishes"
            when
                $one : Redemption( $reward : reward )
                Redemption( reward != $reward, amount >= $one.amount )
            then
                insert( Benefit.of( $reward ) );
            end

            rule "the same fact in both places"
            when
                PaidItem( $category : category )
                PaidItem( category == $category )
            then
                insert( Benefit.of( $category ) );
            end

            rule "a wish that is only there"
            when
                Purchase()
                exists Redemption()
            then
                insert( Benefit.of( "wish" ) );
            end

            rule "nothing but what is not there"
            when
                not Balance()
            then
                insert( Benefit.of( "no balance" ) );
            end

            rule "throws now and then"
            when
                $paid : Paid( amount == 7 )
            then
                insert( Earn.of( 1, "points" ).forEvery( 0, $paid.amount() ) );
            end

            rule "throws now and then in a session"
            when
                $paid : Paid( amount == 10 )
                not Activity( name == "wish" )
            then
                insert( Earn.of( 1, "points" ).forEvery( 0, $paid.amount() ) );
            end
            """;

    @Test
    void the_rules_of_all_examples_and_pages_and_tests() {
        Map<String, String> files = files();
        BothWays rules = BothWays.of(files);

        assertThat(rules.difference(DrawnFacts.of(files.values()), 200, 1)).isEmpty();
        assertThat(rules.refused()).isLessThan(20);
        assertThat(rules.fired()).hasSizeGreaterThan(200);
    }

    @Test
    void what_rules_can_say_in_other_words_by_one_thread_and_by_eight() {
        BothWays rules = BothWays.of(Map.of("corners", CORNERS));

        assertThat(rules.difference(DrawnFacts.of(List.of(CORNERS)), 400, 2)).isEmpty();
        assertThat(rules.refused()).isPositive();
        assertThat(rules.fired()).hasSize(9);
        assertThat(rules.differenceOfThreads(DrawnFacts.of(List.of(CORNERS)), 200, 3))
                .isEmpty();
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        Matcher page = IN_THE_PAGE.matcher(read(Path.of("..", "docs", "writing-rules.md")));
        while (page.find()) {
            files.put("page " + page.start(), page.group(1));
        }
        for (String folder : List.of("../rules-examples", "src/test/resources/rules", "src/test/resources/benign")) {
            try (Stream<Path> found = Files.walk(Path.of(folder))) {
                found.filter(file -> file.toString().endsWith(".drl")
                                && !file.toString().contains("target"))
                        .filter(file -> !read(file).contains("// facts:"))
                        .forEach(file -> files.put(String.valueOf(file.getFileName()), read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
