package org.regulars.internal.deciding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Member;
import org.regulars.program.Tiers;

/** A member's tiers on the program's ladders. */
final class Statuses {

    private Statuses() {}

    /** The tier a member has on a ladder; the lowest if they were given none. */
    static String on(Tiers ladder, List<Member.Status> statuses) {
        Member.Status status = of(ladder, statuses);
        return status == null ? ladder.names().get(0) : status.tier();
    }

    /** What they were given on a ladder, or null for nothing. */
    static Member.@Nullable Status of(Tiers ladder, List<Member.Status> statuses) {
        for (int i = 0; i < statuses.size(); i++) {
            if (ladder.names().contains(statuses.get(i).tier())) {
                return statuses.get(i);
            }
        }
        return null;
    }

    /** The statuses with this one in place of what they had on its ladder; with null, and in the lowest tier, with none. */
    static List<Member.Status> with(Tiers ladder, Member.@Nullable Status status, List<Member.Status> statuses) {
        List<Member.Status> changed = new ArrayList<>(statuses);
        changed.removeIf(old -> ladder.names().contains(old.tier()));
        if (status != null) {
            changed.add(status);
        }
        return List.copyOf(changed);
    }

    /** What someone has who falls from their tier: the lowest, or one step less for as long as the ladder says. */
    static Member.@Nullable Status fallen(Tiers ladder, Member.Status from, String at, @Nullable String through) {
        int rank = ladder.names().indexOf(from.tier()) - 1;
        return ladder.stepwise() && rank > 0
                ? new Member.Status(ladder.names().get(rank), at, through, from.rule())
                : null;
    }
}
