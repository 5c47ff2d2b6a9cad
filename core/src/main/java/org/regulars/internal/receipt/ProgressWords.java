package org.regulars.internal.receipt;

import java.util.List;
import org.regulars.Granted;
import org.regulars.Progress;
import org.regulars.internal.values.Money;

/** How far a reward is, in words. */
public final class ProgressWords {

    private ProgressWords() {}

    /** See {@link Progress#text()}. */
    public static String of(Progress progress) {
        String by = progress.through() == null ? "" : " by " + Dates.day(progress.through());
        String missing = progress.unit() == Progress.Unit.MONEY
                ? Money.show(progress.missing(), Money.decimals(progress.of())) + " " + progress.of() + " more"
                : Words.plain(progress.missing()) + " more " + progress.of();
        return missing + by + " to " + reward(progress.reward());
    }

    private static String reward(Granted reward) {
        // Of which lines, and for what cost, is of no use to somebody who has not got it yet.
        return Words.of(
                new Granted(
                        reward.offer(),
                        reward.sort(),
                        reward.amount(),
                        reward.what(),
                        List.of(),
                        reward.value(),
                        reward.basis(),
                        null,
                        reward.through(),
                        ""),
                Words.plain(reward.value()));
    }
}
