package org.regulars.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.RuleLoader;
import org.regulars.RuleSet;
import org.regulars.benchmarks.Shop.Shopping;

/**
 * Makes one decision and ends: what {@link StartUp} starts in a JVM of its own. Prints the milliseconds of processor time that
 * the JVM has taken until then.
 */
final class FirstDecision {

    private FirstDecision() {}

    /** Who makes it. */
    enum By {
        REGULARS_KEPT,
        REGULARS_BUILT,
        NAIVE_DROOLS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Takes the workload, who decides, and the directory where rules are kept. */
    public static void main(String[] arguments) {
        Workload workload = Workload.of(arguments[0]);
        By by = By.valueOf(arguments[1]);
        Shopping shopping = workload.purchases().get(0);
        Answer answer = switch (by) {
            case NAIVE_DROOLS -> naiveDrools(workload, shopping);
            case REGULARS_BUILT -> regulars(RuleSet.loader(), workload, shopping);
            case REGULARS_KEPT -> regulars(RuleSet.loader().keptIn(Path.of(arguments[2])), workload, shopping);
        };
        long taken = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        if (!answer.equals(workload.judge().apply(shopping))) {
            throw new IllegalStateException(by + " answers " + answer);
        }
        System.out.println(TimeUnit.NANOSECONDS.toMillis(taken));
    }

    private static Answer naiveDrools(Workload workload, Shopping shopping) {
        try (NaiveDrools drools = new NaiveDrools(workload.naiveText(), List.of(shopping))) {
            return drools.answer(0);
        }
    }

    private static Answer regulars(RuleLoader loader, Workload workload, Shopping shopping) {
        try (RuleSet rules = loader.fromText(workload.text())) {
            Member member = Regulars.member(shopping.holder());
            return Regulars.answer(LoyaltyEngine.with(rules).decide(member, Regulars.purchase(shopping)), member);
        }
    }
}
