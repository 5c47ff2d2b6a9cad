package org.regulars.internal.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.regulars.internal.syntax.RuleText;

/** Which words rules use for kinds, goods, tiers and attributes, and where. */
final class Uses {

    /** What a word is used for. */
    enum Role {
        /** A kind that is earned, or comes of another. */
        GIVEN,
        /** A kind that is defined. */
        DEFINED,
        /** A kind that is spent, multiplied, limited, asked for. */
        KIND,
        /** A kind that may be owed, so that it can be spent though nobody gives it. */
        OWED,
        /** A kind of which so much must be held. */
        THRESHOLD,
        /** A name or a category. */
        GOODS,
        /** The name of an attribute. */
        ATTRIBUTE,
        /** A tier, with the ladder it is asked on as its field. */
        TIER,
        /** That a member stands on a ladder, whose name is the word; empty for the only one. */
        LADDER,
        /** What a field can be. */
        VALUE
    }

    /**
     * A word where it is used.
     *
     * @param field the field it is compared with; empty if none
     */
    record Use(Role role, String field, String word, RuleText rule, int at) {}

    private final List<Use> all = new ArrayList<>();
    private final Map<Role, Map<String, Long>> counts = new EnumMap<>(Role.class);
    private boolean isOpen;

    void add(Role role, String field, String word, RuleText rule, int at) {
        all.add(new Use(role, field, word, rule, at));
        counts.computeIfAbsent(role, any -> new HashMap<>()).merge(word, 1L, Long::sum);
    }

    /** Says that a kind is given whose name is not written in the rule, so that any may be. */
    void open() {
        isOpen = true;
    }

    /** Whether kinds may be given that are not written in any rule. */
    boolean isOpen() {
        return isOpen;
    }

    List<Use> all() {
        return all;
    }

    List<Use> of(Role... roles) {
        return all.stream().filter(use -> Set.of(roles).contains(use.role())).toList();
    }

    /** The words used so, in their order. */
    Set<String> words(Role... roles) {
        Set<String> words = new TreeSet<>();
        of(roles).forEach(use -> words.add(use.word()));
        return words;
    }

    /** How many times a word is used so. */
    long count(String word, Role... roles) {
        long count = 0;
        for (Role role : roles) {
            count += counts.getOrDefault(role, Map.of()).getOrDefault(word, 0L);
        }
        return count;
    }
}
