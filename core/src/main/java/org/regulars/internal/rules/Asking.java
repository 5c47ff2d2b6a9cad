package org.regulars.internal.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.guard.Meter;

/**
 * Rules at work on the facts of one event without a session: each is asked of each fact, and fires where it holds.
 *
 * <p>All facts are asked before any rule fires, as Drools does it, so that no rule sees what another has done.
 */
final class Asking {

    private final Announcements announcements;
    private static final @Nullable Joining[] NONE = {};

    private final @Nullable Joining[] joinings;

    /** Rules that match, each before what it matches. */
    private Object[] matches = new Object[32];

    private int end;

    /**
     * Nothing is asked yet.
     *
     * @param joins how many of the rules combine facts
     */
    Asking(Announcements announcements, int joins) {
        this.announcements = announcements;
        this.joinings = joins == 0 ? NONE : new @Nullable Joining[joins];
    }

    /** A fact fits a pattern of a rule. */
    void fits(Conditions.Place place, Object fact) {
        AskedRule rule = place.rule();
        if (rule.isAboutOneFact()) {
            matched(rule, fact);
            return;
        }
        Joining joining = joinings[rule.number()];
        if (joining == null) {
            joining = new Joining(rule);
            joinings[rule.number()] = joining;
        }
        joining.fits.get(place.pattern()).add(fact);
    }

    /** Lets the rules fire that hold by now and have not. */
    void fire() {
        for (Joining joining : joinings) {
            if (joining != null) {
                joining.join();
            }
        }
        announcements.expect(end / 2);
        for (int i = 0; i < end; i += 2) {
            AskedRule rule = (AskedRule) matches[i];
            Meter.tick();
            if (rule.isAboutOneFact()) {
                rule.fire(matches[i + 1], announcements);
            } else {
                rule.fire((Object[]) matches[i + 1], announcements);
            }
        }
        end = 0;
    }

    private void matched(AskedRule rule, Object what) {
        announcements.matched(rule.known());
        if (end == matches.length) {
            matches = Arrays.copyOf(matches, 2 * end);
        }
        matches[end++] = rule;
        matches[end++] = what;
    }

    /** The facts that fit the patterns of one rule, and which of them have been put together. */
    private final class Joining {

        private final AskedRule rule;
        private final List<List<Object>> fits = new ArrayList<>();
        private final int[] joined;

        Joining(AskedRule rule) {
            this.rule = rule;
            this.joined = new int[rule.patterns().size()];
            rule.patterns().forEach(any -> fits.add(new ArrayList<>()));
        }

        /** Puts together what has not been: with one fact that is new, only old ones before it, and any after it. */
        void join() {
            Object[] facts = new Object[joined.length];
            for (int fresh = 0; fresh < joined.length; fresh++) {
                if (fits.get(fresh).size() > joined[fresh]) {
                    join(0, fresh, facts);
                }
            }
            for (int i = 0; i < joined.length; i++) {
                joined[i] = fits.get(i).size();
            }
        }

        private void join(int place, int fresh, Object[] facts) {
            if (place == joined.length) {
                matched(rule, facts.clone());
                return;
            }
            List<Object> here = fits.get(place);
            int to = place < fresh ? joined[place] : here.size();
            for (int i = place == fresh ? joined[place] : 0; i < to; i++) {
                facts[place] = here.get(i);
                if (rule.holds(place, facts)) {
                    join(place + 1, fresh, facts);
                }
            }
        }
    }
}
