package org.regulars.internal.deciding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Member;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.values.RecentEvents;
import org.regulars.internal.values.Values;

/** A member while events are being decided: all that can change of them. Used by one decision. */
final class Account {

    private final Member member;
    private final Lifetimes lifetimes;
    private final Ledger ledger;
    private final Counters counters;
    private List<Member.Status> statuses;
    private RecentEvents recent;
    private final List<Member.Returned> returned;
    private @Nullable Instant lastActive;
    private @Nullable String lastActiveText;

    /** The account of a member as last saved. */
    Account(Definitions definitions, Member member) {
        this.member = member;
        this.lifetimes = new Lifetimes(definitions, member.joined());
        this.lastActiveText = member.lastActive();
        this.lastActive = lastActiveText == null ? null : Values.moment(lastActiveText);
        this.ledger = new Ledger(
                lifetimes,
                new Clock(Values.moment(member.asOf()), member.asOf()),
                lastActive,
                member.lots(),
                member.lapsed());
        this.counters = new Counters(lifetimes, member.counted());
        this.statuses = member.statuses();
        this.recent = RecentEvents.of(member.recent());
        this.returned = new ArrayList<>(member.returned());
    }

    /** The member as last saved. */
    Member member() {
        return member;
    }

    Lifetimes lifetimes() {
        return lifetimes;
    }

    Ledger ledger() {
        return ledger;
    }

    Counters counters() {
        return counters;
    }

    /** The tiers they have. */
    List<Member.Status> statuses() {
        return statuses;
    }

    void statuses(List<Member.Status> changed) {
        statuses = changed;
    }

    /** The returns that are remembered. */
    List<Member.Returned> returned() {
        return returned;
    }

    /** When they were last active, or null for never. */
    @Nullable
    Instant lastActive() {
        return lastActive;
    }

    /** Notes that they are active at a time, which lets live anew what lives on with activity; one that comes late changes nothing. */
    void active(Instant time) {
        Instant latest = lastActive == null || time.isAfter(lastActive) ? time : lastActive;
        if (!latest.equals(lastActive)) {
            lastActive = latest;
            lastActiveText = latest.equals(ledger.at()) ? ledger.atText() : Values.text(latest);
        }
        ledger.restartLives(latest);
    }

    /** Whether nothing but returns has been decided since an event. */
    boolean isLatest(String event) {
        for (int i = recent.size() - 1; i >= 0; i--) {
            if (!Digest.isOfReturn(recent.get(i).digest())) {
                return recent.get(i).event().equals(event);
            }
        }
        return false;
    }

    /** Remembers an event, by which a repeated one is recognised. */
    void remember(String event, String digest) {
        recent = recent.and(new Member.Decided(event, digest), Member.REMEMBERED);
    }

    /** The member to save. */
    Member after() {
        return new Member(
                member.id(),
                member.joined(),
                ledger.nowText(),
                lastActiveText,
                member.attributes(),
                ledger.lots(),
                statuses,
                recent,
                ledger.lapsed().lots(),
                counters.counted(ledger.now()),
                returned.size() <= Member.REMEMBERED
                        ? returned
                        : returned.subList(returned.size() - Member.REMEMBERED, returned.size()));
    }
}
