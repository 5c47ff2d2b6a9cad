package org.regulars.hostile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sings when code runs that no rule should run, and remembers what it sang. */
public final class Canary {

    /** What nobody may write. */
    public static @Nullable String tune;

    /** What nobody may count up. */
    public static int count;

    /** What nobody may add to. */
    public static final List<Object> KEPT = Collections.synchronizedList(new ArrayList<>());

    private static final List<String> HEARD = Collections.synchronizedList(new ArrayList<>());

    private Canary() {}

    /** Sings. */
    public static void sing(String song) {
        HEARD.add(String.valueOf(song));
    }

    /** Sings, and returns a text. */
    public static String song() {
        HEARD.add("song");
        return "points";
    }

    /** Sings, and returns a number. */
    public static int number() {
        HEARD.add("number");
        return 0;
    }

    /** Sings, and returns that it did. */
    public static boolean sings() {
        HEARD.add("sings");
        return true;
    }

    /** Sings, and returns a list. */
    public static List<String> songs() {
        HEARD.add("songs");
        return List.of("coffee", "tea");
    }

    /** Sings of what it is given. */
    public static void take(Object... anything) {
        HEARD.add("took " + anything.length);
    }

    /** What was sung or changed since the last silence. */
    public static List<String> heard() {
        List<String> heard = new ArrayList<>(List.copyOf(HEARD));
        if (tune != null) {
            heard.add("tune is " + tune);
        }
        if (count != 0) {
            heard.add("count is " + count);
        }
        if (!KEPT.isEmpty()) {
            heard.add("kept " + KEPT);
        }
        return heard;
    }

    /** Silence. */
    public static void hush() {
        HEARD.clear();
        KEPT.clear();
        tune = null;
        count = 0;
    }
}
