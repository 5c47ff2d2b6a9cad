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
        return missing(progress) + by + " to " + reward(progress.reward());
    }

    private static String missing(Progress progress) {
        if (progress.unit() == Progress.Unit.MONEY) {
            return progress.of() + " " + Money.show(progress.missing(), Money.decimals(progress.of())) + " more"
                    + (progress.spentOn().isEmpty() ? "" : " on " + progress.spentOn());
        }
        String what = progress.of().isEmpty() ? "things" : progress.of();
        return Words.plain(progress.missing()) + " more " + what;
    }

    private static String reward(Granted reward) {
        return switch (reward.sort()) {
            case EARN, BONUS -> Words.plain(reward.amount()) + " " + reward.what();
            case FREE_SHIPPING -> "free delivery";
            case MULTIPLY -> Words.plain(reward.amount()) + " times the " + reward.what();
            // What it costs and which line it is on is of no use to somebody who has not got it yet.
            default -> Words.of(withoutDetails(reward), Words.plain(reward.value()));
        };
    }

    private static Granted withoutDetails(Granted reward) {
        return new Granted(
                reward.offer(),
                reward.sort(),
                reward.amount(),
                reward.what(),
                List.of(),
                reward.value(),
                reward.basis(),
                null,
                reward.through(),
                "");
    }
}
