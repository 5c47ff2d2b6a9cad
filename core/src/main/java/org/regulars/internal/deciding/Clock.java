package org.regulars.internal.deciding;

import java.time.Instant;
import org.regulars.internal.values.Values;

/** A member's clock, which never runs backwards, and the time of the event, which may be earlier; each with its text. */
final class Clock {

    private Instant now;
    private String nowText;
    private Instant at;
    private String atText;

    /** A clock that shows a time. */
    Clock(Instant now, String text) {
        this.now = now;
        this.nowText = text;
        this.at = now;
        this.atText = text;
    }

    /** Goes on to an event; for one that comes late the clock stays. */
    void moveTo(Instant time, String text) {
        at = time;
        atText = text;
        if (time.isAfter(now)) {
            now = time;
            nowText = text;
        }
    }

    /** Goes on to a moment. */
    void moveTo(Instant time) {
        if (!at.equals(time)) {
            moveTo(time, Values.text(time));
        }
    }

    Instant now() {
        return now;
    }

    String nowText() {
        return nowText;
    }

    Instant at() {
        return at;
    }

    String atText() {
        return atText;
    }
}
