package org.regulars.internal.deciding;

import java.time.Instant;
import java.util.List;
import org.regulars.Event;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.TimePassed;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.values.Values;

/** What the passing of time does to a member, before an event is decided or without one. */
final class Calendar {

    private Calendar() {}

    /** The member's clock once the event is decided; it never runs backwards, however late an event comes. */
    static Instant clock(Member member, Event event) {
        Instant asOf = Values.moment(member.asOf());
        return event.instant().isAfter(asOf) ? event.instant() : asOf;
    }

    /** The member's lots at the event, those that have lapsed gone. */
    static Ledger ledger(CompiledRules rules, Member member, Event event) {
        return new Ledger(
                new Lifetimes(rules.definitions(), member.joined()),
                event.id(),
                event.instant(),
                clock(member, event),
                member.lots());
    }

    /** What falls due until then, and no more. */
    static Outcome advance(CompiledRules rules, Member member, TimePassed passed) {
        Ledger ledger = ledger(rules, member, passed);
        Member after = new Member(
                member.id(),
                member.joined(),
                clock(member, passed).toString(),
                member.attributes(),
                ledger.lots(),
                member.statuses(),
                member.recent());
        return OutcomeOf.decided(
                rules, passed, List.of(), List.of(), List.of(), List.of(), ledger.postings(), member, after);
    }
}
