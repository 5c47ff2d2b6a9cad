package org.regulars.internal.deciding;

import java.util.ArrayList;
import java.util.List;
import org.regulars.Member;
import org.regulars.program.Tiers;

/** A member's tiers on the program's ladders. */
final class Statuses {

    private Statuses() {}

    /** The tier a member has on a ladder; the lowest if they were given none. */
    static String on(Tiers ladder, Member member) {
        for (Member.Status status : member.statuses()) {
            if (ladder.names().contains(status.tier())) {
                return status.tier();
            }
        }
        return ladder.names().get(0);
    }

    /** The member's statuses with this one in place of what they had on its ladder. */
    static List<Member.Status> with(Tiers ladder, Member.Status status, List<Member.Status> statuses) {
        List<Member.Status> changed = new ArrayList<>(statuses);
        changed.removeIf(old -> ladder.names().contains(old.tier()));
        changed.add(status);
        return changed;
    }
}
