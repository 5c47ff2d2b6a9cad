package org.regulars.internal.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The word someone most likely meant, by the fewest letters to change (the Levenshtein distance). */
public final class Nearest {

    private Nearest() {}

    /** The one of the known words that is nearest; the word itself if none is known. */
    public static String to(String word, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(word, each)))
                .orElse(word);
    }

    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[b.length()];
    }
}
