package org.regulars.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.regulars.Member.Decided;

/** The last events are what a list would be to which each is added at the end, and from which the first goes. */
class RecentEventsTest {

    @Property(tries = 100)
    void a_list_of_the_last_events(
            @ForAll @IntRange(min = 0, max = 12) int before,
            @ForAll @IntRange(min = 0, max = 40) int more,
            @ForAll @IntRange(min = 1, max = 12) int most) {
        List<Decided> expected = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            expected.add(new Decided("before-" + i, "0"));
        }
        RecentEvents events = RecentEvents.of(expected);

        for (int i = 0; i < more; i++) {
            RecentEvents earlier = events;
            List<Decided> unchanged = List.copyOf(expected);
            Decided latest = new Decided("event-" + i, "1");
            events = events.and(latest, most);
            expected.add(latest);
            expected.subList(0, Math.max(0, expected.size() - most)).clear();

            assertThat(events).isEqualTo(expected).hasSameHashCodeAs(expected);
            assertThat(earlier).isEqualTo(unchanged);
            assertThat(events.find(latest.event())).isSameAs(latest);
            for (Decided each : unchanged) {
                assertThat(events.find(each.event())).isEqualTo(expected.contains(each) ? each : null);
            }
        }
    }
}
