package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Building and closing rule sets leaves nothing behind. Run in a JVM of 128 MB of its own: {@code mvn -Psoak verify}.
 */
class RuleSetMemoryTest {

    private static final int BUILDS = 200;

    @Test
    @Tag("small-heap")
    void two_hundred_rule_sets_one_after_the_other_fit_where_one_does() {
        buildMany(true);
    }

    @Test
    @Tag("small-heap")
    void rule_sets_that_nobody_closed_go_when_nobody_knows_them_any_more() {
        buildMany(false);
    }

    private static void buildMany(boolean closing) {
        Member ana = Member.of("ana", Instant.EPOCH);
        long classesAfterFew = 0;
        for (int build = 1; build <= BUILDS; build++) {
            RuleSet rules = RuleSet.fromText("""
                    rule "Points, version %d"
                    when
                        $goods : PaidItem( category == "coffee", amount > %d )
                    then
                        insert( Earn.of( %d, "points" ).forEach( $goods ) );
                    end
                    """.formatted(build, build % 3, build));
            Purchase purchase = Purchase.of("p", Instant.EPOCH, "EUR").with(2, "latte", "coffee", "4.80");
            Outcome outcome = LoyaltyEngine.with(rules).decide(ana, purchase);
            assertThat(outcome.earned("points")).isEqualByComparingTo(String.valueOf(2 * build));
            if (closing) {
                rules.close();
            }
            if (build == BUILDS / 4) {
                classesAfterFew = liveClasses();
            }
        }
        assertThat(liveClasses())
                .as("classes loaded and not unloaded; metaspace: %s", metaspace())
                .isLessThan(classesAfterFew + 200);
        System.out.println(BUILDS + " rule sets " + (closing ? "closed" : "never closed") + ": " + liveClasses()
                + " classes, " + classesAfterFew + " after " + BUILDS / 4 + "; metaspace " + metaspace());
    }

    private static long liveClasses() {
        System.gc();
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static String metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .map(Object::toString)
                .findFirst()
                .orElse("unknown");
    }
}
