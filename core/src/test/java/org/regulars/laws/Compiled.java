package org.regulars.laws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.regulars.RuleSet;

/** Rule sets compiled once, by their text: compiling one takes as long as deciding a thousand events. */
final class Compiled {

    private static final int MOST = 300;

    private static final Map<Map<String, String>, RuleSet> CACHE = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, String>, RuleSet> eldest) {
            // Not closed: a property may still hold it. Nothing else does, so it is collected.
            return size() > MOST;
        }
    };

    private Compiled() {}

    static synchronized RuleSet of(Map<String, String> files) {
        Map<String, String> key = new TreeMap<>(files);
        RuleSet known = CACHE.get(key);
        if (known == null) {
            known = RuleSet.fromTexts(key);
            CACHE.put(key, known);
        }
        return known;
    }
}
