package org.regulars.laws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.regulars.LoyaltyEngine;
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

    static RuleSet of(Map<String, String> files) {
        return of("here", files);
    }

    /** One without the guard, which refuses much of what goes wrong before it can. */
    static synchronized RuleSet trusted(Map<String, String> files) {
        Map<String, String> key = new TreeMap<>(files);
        key.put("", "trusted");
        return CACHE.computeIfAbsent(key, any -> RuleSet.loader().trusted().fromTexts(files));
    }

    /** An engine on one file. */
    static LoyaltyEngine engine(String text) {
        return LoyaltyEngine.with(of(Map.of("rules.drl", text)));
    }

    /** One of several compiled of the same files, each known by where that was. */
    static synchronized RuleSet of(String where, Map<String, String> files) {
        Map<String, String> key = new TreeMap<>(files);
        key.put("", where);
        return CACHE.computeIfAbsent(key, any -> RuleSet.fromTexts(files));
    }
}
