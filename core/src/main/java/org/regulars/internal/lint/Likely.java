package org.regulars.internal.lint;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whether a word is most likely another one, mistyped or in another language. */
final class Likely {

    private static final Map<String, Set<String>> OTHERWISE = Map.of(
            "rule", Set.of("rules", "offer", "regel", "r\u00e8gle", "regla"),
            "when", Set.of("if", "wenn", "whenever", "where", "quand", "cuando"),
            "then", Set.of("dann", "than", "thus", "alors", "do", "give"),
            "end", Set.of("ende", "fin", "endrule", "stop", "done", "endif"),
            "insert", Set.of("add", "give", "grant", "insertlogical"));

    private Likely() {}

    /** Whether someone who wrote this word meant that one. */
    static boolean isMeant(String written, String meant) {
        String word = written.toLowerCase(Locale.ROOT);
        return word.equals(meant)
                || OTHERWISE.getOrDefault(meant, Set.of()).contains(word)
                || (word.length() >= 2 && distance(word, meant) <= (meant.length() > 5 ? 2 : 1));
    }

    /** Letters to add, drop, change, or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
