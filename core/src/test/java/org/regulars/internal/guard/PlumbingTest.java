package org.regulars.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regulars.EventRefusedException;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** The list of what Drools' generated code needs belongs to one version of Drools, and is enough for every rule file here. */
class PlumbingTest {

    @Test
    void the_list_was_learned_for_this_version_of_drools() {
        assertThat(ExecutableModelProject.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .as("Drools has moved: learn what it generates now, review the difference, and rename the list")
                .endsWith("drools-model-codegen-" + Allowed.DROOLS + ".jar");
    }

    @TempDir
    private Path kept;

    /** Those that BenignRulesTest loads with their facts, those to be refused, those built, and one without the house style. */
    private static final Set<String> OTHERS = Set.of("benchmarks", "benign", "hostile", "mistakes", "target");

    static Stream<Path> files() throws Exception {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(Path.of(".."))) {
            files = walked.filter(path -> path.toString().endsWith(".drl"))
                    .filter(path ->
                            OTHERS.stream().noneMatch(other -> path.toString().contains("/" + other + "/")))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(40);
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_rule_file_of_this_project_passes_the_guard_and_decides_the_same_from_where_it_is_kept(Path file)
            throws IOException {
        try (RuleSet built = RuleSet.loader().keptIn(kept).fromFiles(file)) {
            assertThat(kept).as("what was compiled").isDirectoryContaining("glob:**.kept");
            try (RuleSet taken = RuleSet.loader().keptIn(kept).fromFiles(file)) {
                assertThat(taken.offers()).isEqualTo(built.offers());
                assertThat(taken.warnings()).isEqualTo(built.warnings());
                assertThat(taken.kinds()).isEqualTo(built.kinds());
                assertThat(taken.ladders()).isEqualTo(built.ladders());
                assertThat(taken.fingerprint()).isEqualTo(built.fingerprint());
                Purchase purchase = ofAllThatIsNamed(Files.readString(file));
                assertThat(decided(taken, purchase)).isEqualTo(decided(built, purchase));
            }
        }
    }

    /** A line of everything that stands between quotation marks, so that most rules have something to say. */
    private static Purchase ofAllThatIsNamed(String text) {
        Purchase purchase = Purchase.of("p-1", Instant.parse("2026-06-06T10:00:00Z"), "EUR");
        for (MatchResult named :
                Pattern.compile("\"([^\"\n]{1,40})\"").matcher(text).results().toList()) {
            purchase = purchase.with(2, named.group(1), named.group(1), "12.50");
        }
        return purchase;
    }

    private static String decided(RuleSet rules, Purchase purchase) {
        Member member = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));
        try {
            return LoyaltyEngine.with(rules).decide(member, purchase).toString();
        } catch (EventRefusedException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void conditions_of_every_sort_pass_it_too() {
        assertThatCode(() -> RuleSet.fromText("""
                        rule "a" when PaidItem( category in ( "a", "b" ), name not in ( "c" ), amount * 2 > 3 || name matches "a.*" ) then insert( Bonus.of( 1, "x" ) ); end
                        rule "b" when Purchase() not Redemption( reward == "x" ) exists Item( name contains "x", name str[startsWith] "y" ) then insert( Benefit.of( "x" ) ); end
                        rule "c" when Paid() accumulate( PaidItem( $q : quantity ); $s : sum( $q ), $n : count( $q ), $a : average( $q ), $m : max( $q ), $l : min( $q ); $s > 1, $n > 1, $a > 1, $m > 1, $l > 1 ) then insert( Bonus.of( $s, "x" ) ); end
                        rule "d" when Paid( $items : items ) $i : PaidItem( amount > 3 ) from $items then insert( Bonus.of( 1, "x" ) ); end
                        rule "e" when Paid() forall( PaidItem( category == "x" ) ) then insert( Bonus.of( 1, "x" ) ); end
                        rule "f" when $p : Paid( $x : ( amount * 2 + 1 ), amount - 1 > 2, member.birthday == false ) then for ( var i : $p.items() ) { if ( i.amount().compareTo( $x ) > 0 ) { insert( Earn.of( 1, "a " + i.name() ).times( $x.add( i.amount() ) ) ); } } end
                        rule "g" when $i : Item() Item( line != $i.line, category == $i.category, amount > $i.amount ) then insert( Discount.percent( 20 ) ); end
                        """).close()).doesNotThrowAnyException();
    }
}
