package org.regulars.internal.receipt;

import java.math.BigDecimal;
import java.util.List;
import org.regulars.Granted;
import org.regulars.Progress;
import org.regulars.internal.values.Counted;
import org.regulars.internal.values.Money;
import org.regulars.internal.values.Plural;

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
        boolean one = progress.missing().compareTo(BigDecimal.ONE) == 0;
        return Words.plain(progress.missing()) + " more " + (one ? Plural.singular(what) : what);
    }

    private static String reward(Granted reward) {
        return switch (reward.sort()) {
            case EARN, BONUS -> Counted.of(reward.amount(), reward.what());
            case FREE_SHIPPING -> "free delivery";
            case MULTIPLY -> Words.plain(reward.amount()) + " times the " + reward.what();
            case DISCOUNT, PAID_WITH -> off(reward);
            // What it costs and which line it is on is of no use to somebody who has not got it yet.
            default -> Words.of(withoutDetails(reward), Words.plain(reward.value()));
        };
    }

    /** A percentage is the same on every receipt. How much else comes off is the offer's to say, not the occasion's it was tried on. */
    private static String off(Granted reward) {
        Granted.Basis basis = reward.basis();
        return reward.sort() == Granted.Sort.DISCOUNT && basis != null
                ? Words.plain(basis.rate()) + " percent off" + (reward.what().isEmpty() ? "" : " " + reward.what())
                : '"' + reward.offer().name() + '"';
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
