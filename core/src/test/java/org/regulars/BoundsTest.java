package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every bound can be set, and is above zero. */
class BoundsTest {

    @Test
    void each_setter_sets_its_own_bound_and_no_other() throws Exception {
        for (RecordComponent bound : Bounds.class.getRecordComponents()) {
            Bounds changed = with(bound, 7);
            for (RecordComponent each : Bounds.class.getRecordComponents()) {
                Object expected = each.getName().equals(bound.getName())
                        ? value(bound, 7)
                        : each.getAccessor().invoke(Bounds.standard());
                assertThat(each.getAccessor().invoke(changed))
                        .as(bound + ": " + each)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void a_bound_of_nothing_is_refused() {
        for (RecordComponent bound : Bounds.class.getRecordComponents()) {
            assertThatThrownBy(() -> with(bound, 0))
                    .hasCauseInstanceOf(IllegalArgumentException.class)
                    .cause()
                    .hasMessageContaining("A bound is above zero, and " + bound.getName() + " is ")
                    .hasMessageContaining("Maybe ");
        }
    }

    private static Bounds with(RecordComponent bound, int value) throws Exception {
        String setter = "with" + Character.toUpperCase(bound.getName().charAt(0))
                + bound.getName().substring(1);
        return (Bounds) Bounds.class.getMethod(setter, bound.getType()).invoke(Bounds.standard(), value(bound, value));
    }

    private static Object value(RecordComponent bound, int value) {
        if (bound.getType() == Duration.class) {
            return Duration.ofSeconds(value);
        }
        return bound.getType() == long.class ? (Object) Long.valueOf(value) : Integer.valueOf(value);
    }
}
