package org.regulars.internal.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulars.Offer;
import org.regulars.RuleProblem;
import org.regulars.RuleProblem.Severity;
import org.regulars.internal.reading.RuleSummary;

/** What is read is what was written, or nothing. */
class EntryTest {

    private static final byte[] KEY = new byte[32];

    private static final RuleSummary RULE = new RuleSummary(
            new Offer("Café: 2 stamps", "a/b.drl", 3, "日本"),
            Set.of("Item", "Redemption"),
            Set.of("Item"),
            Set.of("mug"),
            List.of("Item", "Item"),
            true,
            "insert( x );",
            77);

    private static final RuleProblem WARNING = new RuleProblem("b.drl", 4, 5, Severity.WARNING, "Maybe", "the line");

    private static final Compilation MADE = new Compilation(
            List.of(RULE, RULE), List.of(WARNING), Map.of("org/A", new byte[] {1, 2, 3}, "org/B", new byte[0]));

    private final byte[] entry = Entry.write(MADE, KEY);

    @Test
    void everything_that_was_written_is_read() throws Entry.Damaged {
        Compilation read = Entry.read(entry, KEY);

        assertThat(read.rules()).isEqualTo(MADE.rules());
        assertThat(read.warnings()).isEqualTo(MADE.warnings());
        assertThat(read.classes()).containsOnlyKeys("org/A", "org/B").containsEntry("org/A", new byte[] {1, 2, 3});
    }

    @Test
    void a_change_of_any_bit_is_seen() {
        for (int i = 0; i < 8 * entry.length; i++) {
            byte[] other = entry.clone();
            other[i / 8] ^= (byte) (1 << (i % 8));

            assertThatThrownBy(() -> Entry.read(other, KEY)).isInstanceOf(Entry.Damaged.class);
        }
    }

    @Test
    void one_that_is_cut_short_or_goes_on_is_none() {
        for (int length = 0; length < entry.length; length++) {
            byte[] cut = Arrays.copyOf(entry, length);

            assertThatThrownBy(() -> Entry.read(cut, KEY)).isInstanceOf(Entry.Damaged.class);
            if (length >= 32) {
                assertThatThrownBy(() -> Entry.read(sealed(cut), KEY)).isInstanceOf(Entry.Damaged.class);
            }
        }
        assertThatThrownBy(() -> Entry.read(sealed(Arrays.copyOf(entry, entry.length + 1)), KEY))
                .isInstanceOf(Entry.Damaged.class)
                .hasMessageContaining("follows");
    }

    @Test
    void counts_and_lengths_that_cannot_be_are_not_believed() {
        for (int value : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 28}) {
            for (int at = 44; at + 4 <= entry.length - 32; at++) {
                byte[] other = entry.clone();
                ByteBuffer.wrap(other).putInt(at, value);
                try {
                    Entry.read(sealed(other), KEY);
                } catch (Entry.Damaged e) {
                    assertThat(e).hasMessageStartingWith("").isExactlyInstanceOf(Entry.Damaged.class);
                }
            }
        }
    }

    @Test
    void one_of_other_rules_or_of_another_format_is_none() {
        byte[] otherKey = KEY.clone();
        otherKey[31] = 1;
        byte[] otherFormat = entry.clone();
        otherFormat[11]++;

        assertThatThrownBy(() -> Entry.read(entry, otherKey)).hasMessageContaining("other rules");
        assertThatThrownBy(() -> Entry.read(sealed(otherFormat), KEY)).hasMessageContaining("something else");
    }

    /** With the checksum that belongs to it. */
    static byte[] sealed(byte[] entry) {
        MessageDigest digest = Key.digest();
        digest.update(entry, 0, entry.length - 32);
        byte[] sealed = entry.clone();
        System.arraycopy(digest.digest(), 0, sealed, entry.length - 32, 32);
        return sealed;
    }
}
