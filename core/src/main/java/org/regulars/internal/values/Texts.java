package org.regulars.internal.values;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Texts by name, in the order of the names; cannot be changed, so that nobody need copy it: a member's attributes go from one
 * member to the next with every event.
 */
final class Texts extends AbstractMap<String, String> {

    private final String[] names;
    private final String[] texts;

    private Texts(String[] names, String[] texts) {
        this.names = names;
        this.texts = texts;
    }

    /** These texts; itself if they are such a map already. */
    static Texts of(Map<String, String> attributes) {
        if (attributes instanceof Texts same) {
            return same;
        }
        attributes.forEach((name, text) -> Objects.requireNonNull(text, () -> "attribute '" + name + "'"));
        TreeMap<String, String> sorted = new TreeMap<>(attributes);
        return new Texts(sorted.keySet().toArray(new String[0]), sorted.values().toArray(new String[0]));
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        int place = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
        return place < 0 ? null : texts[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> each) {
        for (int i = 0; i < names.length; i++) {
            each.accept(names[i], texts[i]);
        }
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return IntStream.range(0, names.length)
                        .mapToObj(i -> Map.entry(names[i], texts[i]))
                        .iterator();
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }
}
