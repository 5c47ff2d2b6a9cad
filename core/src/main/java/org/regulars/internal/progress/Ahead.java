package org.regulars.internal.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.regulars.Event;
import org.regulars.Granted;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Progress;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.values.WhenAsked;
import org.regulars.program.Tiers;

/**
 * What is ahead of a member after an event. Every threshold of the rules that is not reached is tried: exactly what is missing is
 * added, and the event, or the next occasion, decided with it. Only what is then given, and is not without it, is told.
 */
public final class Ahead {

    private static final Comparator<Progress> NEAREST_FIRST = Comparator.comparing(Progress::unit)
            .thenComparing(Progress::of)
            .thenComparing(Progress::spentOn)
            .thenComparing(Progress::missing)
            .thenComparing(each -> each.offer().file())
            .thenComparing(each -> each.offer().line());

    private final Definitions definitions;
    private final List<Threshold> thresholds;

    /** What is ahead by these rules. */
    public Ahead(CompiledRules rules) {
        this.definitions = rules.definitions();
        this.thresholds = new WhenAsked<>(
                rules,
                () -> rules.texts().stream()
                        .flatMap(rule -> Thresholds.of(rule).stream())
                        .toList());
    }

    /**
     * How far the next rewards are.
     *
     * @param outcome what came of an event
     * @param decide decides what has not happened
     */
    public List<Progress> of(Outcome outcome, BiFunction<Member, Event, Outcome> decide) {
        Trial trial = new Trial(decide);
        NextTime nextTime = new NextTime(definitions, outcome, trial);
        OnThisReceipt receipt =
                outcome.purchase() == null ? null : new OnThisReceipt(outcome, outcome.purchase(), trial);
        // Of a rule that can be reached in two ways the nearer one.
        Map<List<Object>, Progress> nearest = new LinkedHashMap<>();
        for (Threshold threshold : thresholds) {
            Progress progress = to(threshold, nextTime, receipt);
            if (progress != null) {
                nearest.merge(
                        List.of(progress.offer(), progress.unit(), progress.of(), progress.spentOn()),
                        progress,
                        (one, other) -> one.missing().compareTo(other.missing()) <= 0 ? one : other);
            }
        }
        List<Progress> all = new ArrayList<>(nextTiers(nearest.values()));
        all.sort(NEAREST_FIRST);
        return all;
    }

    private static @Nullable Progress to(Threshold threshold, NextTime nextTime, @Nullable OnThisReceipt receipt) {
        if (threshold.of() instanceof Threshold.Measured.Held held) {
            return nextTime.to(threshold, held.kind());
        }
        return receipt != null && threshold.of() instanceof Threshold.Measured.OnReceipt measured
                ? receipt.to(threshold, measured)
                : null;
    }

    /** Of each ladder only the next tier, in whatever ways it can be reached. */
    private List<Progress> nextTiers(Iterable<Progress> all) {
        Map<String, Integer> next = new HashMap<>();
        for (Progress each : all) {
            Tiers ladder = ladder(each);
            if (ladder != null) {
                next.merge(ladder.ladder(), rank(ladder, each), Math::min);
            }
        }
        List<Progress> kept = new ArrayList<>();
        for (Progress each : all) {
            Tiers ladder = ladder(each);
            if (ladder == null || Integer.valueOf(rank(ladder, each)).equals(next.get(ladder.ladder()))) {
                kept.add(each);
            }
        }
        return kept;
    }

    private @Nullable Tiers ladder(Progress progress) {
        return progress.reward().sort() == Granted.Sort.UPGRADE
                ? definitions.ladderOf(progress.reward().what())
                : null;
    }

    private static int rank(Tiers ladder, Progress progress) {
        return ladder.names().indexOf(progress.reward().what());
    }
}
