package org.regulars.internal.deciding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Things by their names, in the order in which they came up. Mostly they are two or three, and every decision needs a handful of
 * these, so they are looked through; from so many on that this takes longer, they are looked up.
 */
class ByName<T> {

    private static final int FEW = 16;

    private static final String[] NO_NAMES = {};
    private static final Object[] NOTHING = {};

    private String[] names = NO_NAMES;
    private Object[] things = NOTHING;
    private int size;
    private @Nullable Map<String, Integer> places;

    ByName() {}

    /** The same things as others. */
    ByName(ByName<T> others) {
        names = others.names.clone();
        things = others.things.clone();
        size = others.size;
    }

    /** What has a name, or null if nothing has. */
    @Nullable
    T get(String name) {
        int place = place(name);
        return place < 0 ? null : thing(place);
    }

    /** Puts something under a name, in place of what is there. */
    void put(String name, T thing) {
        int place = place(name);
        if (place < 0) {
            append(name, thing);
        } else {
            things[place] = thing;
        }
    }

    int size() {
        return size;
    }

    /** The name that came up as the so manyeth, from 0. */
    String name(int place) {
        return names[place];
    }

    /** What has it. */
    @SuppressWarnings("unchecked") // only things are put in
    T thing(int place) {
        return (T) things[place];
    }

    /** Forgets everything. */
    void clear() {
        size = 0;
        places = null;
    }

    void forEach(BiConsumer<String, T> each) {
        for (int i = 0; i < size; i++) {
            each.accept(names[i], thing(i));
        }
    }

    private void append(String name, T thing) {
        if (size == names.length) {
            int room = Math.max(4, size * 2);
            names = Arrays.copyOf(names, room);
            things = Arrays.copyOf(things, room);
        }
        names[size] = name;
        things[size] = thing;
        if (places != null) {
            places.put(name, size);
        }
        size++;
    }

    private int place(String name) {
        if (size > FEW) {
            return placeLookedUp(name);
        }
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private int placeLookedUp(String name) {
        if (places == null) {
            places = new HashMap<>();
            for (int i = 0; i < size; i++) {
                places.put(names[i], i);
            }
        }
        return places.getOrDefault(name, -1);
    }
}
