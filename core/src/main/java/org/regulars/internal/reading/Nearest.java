package org.regulars.internal.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The word someone most likely meant, by the fewest letters to change or to swap with the next. */
public final class Nearest {

    private Nearest() {}

    /** The one of the known words that is nearest; the word itself if none is known. */
    public static String to(String word, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(word, each)))
                .orElse(word);
    }

    /** Whether one word may well be a slip of the pen for the other: a letter in four, capitals not counted. */
    public static boolean isNear(String one, String other) {
        int letters = Math.max(one.length(), other.length());
        return distance(one, other) <= Math.max(letters < 3 ? 0 : 1, Math.min(3, letters / 4));
    }

    /** How many letters to add, leave out, change or swap with the next make one word the other, capitals not counted. */
    public static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] before = new int[b.length() + 1];
        int[] beforeThat = before;
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], beforeThat[j - 2] + 1);
                }
            }
            beforeThat = before;
            before = now;
        }
        return before[b.length()];
    }
}
