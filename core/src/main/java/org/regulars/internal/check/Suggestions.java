package org.regulars.internal.check;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.facts.Balance;
import org.regulars.facts.Member;
import org.regulars.internal.reading.Nearest;

/** What may have been meant by a field that a fact does not have. */
final class Suggestions {

    /** What merchants and cash registers call it, and what it is here, the likeliest first. */
    private static final Map<String, List<String>> OTHER_WORDS = Map.ofEntries(
            Map.entry("price", List.of("amount", "total")),
            Map.entry("cost", List.of("amount", "total")),
            Map.entry("value", List.of("amount", "total")),
            Map.entry("sum", List.of("total", "amount")),
            Map.entry("subtotal", List.of("total", "amount")),
            Map.entry("total", List.of("amount")),
            Map.entry("amount", List.of("total", "holds")),
            Map.entry("spent", List.of("amount", "total")),
            Map.entry("spend", List.of("amount", "total")),
            Map.entry("sku", List.of("name")),
            Map.entry("article", List.of("name")),
            Map.entry("product", List.of("name", "has")),
            Map.entry("category", List.of("has")),
            Map.entry("name", List.of("has")),
            Map.entry("item", List.of("name", "has")),
            Map.entry("title", List.of("name")),
            Map.entry("event", List.of("name")),
            Map.entry("action", List.of("name")),
            Map.entry("activity", List.of("name")),
            Map.entry("type", List.of("category", "kind", "reward", "name")),
            Map.entry("group", List.of("category")),
            Map.entry("department", List.of("category")),
            Map.entry("count", List.of("quantity")),
            Map.entry("qty", List.of("quantity")),
            Map.entry("units", List.of("quantity")),
            Map.entry("pieces", List.of("quantity")),
            Map.entry("items", List.of("lines")),
            Map.entry("lines", List.of("items")),
            Map.entry("contains", List.of("has")),
            Map.entry("includes", List.of("has")),
            Map.entry("dayofweek", List.of("day")),
            Map.entry("weekday", List.of("day")),
            Map.entry("hour", List.of("time")),
            Map.entry("when", List.of("date")),
            Map.entry("status", List.of("tier")),
            Map.entry("level", List.of("tier")),
            Map.entry("rank", List.of("tier")),
            Map.entry("age", List.of("years")),
            Map.entry("since", List.of("joined")),
            Map.entry("balance", List.of("holds", "amount")),
            Map.entry("wish", List.of("reward")),
            Map.entry("customer", List.of("member")),
            Map.entry("basket", List.of("purchase")),
            Map.entry("receipt", List.of("purchase")),
            Map.entry("delivery", List.of("shipping")),
            Map.entry("redemption", List.of("reward")));

    private final Uses uses;

    /** Suggestions that know the kinds and attributes rules use. */
    Suggestions(Uses uses) {
        this.uses = uses;
    }

    /** What may have been meant by a field of this type; the words before it, as in {@code purchase.}, are kept. */
    String field(Class<?> type, String before, String word) {
        Map<String, Method> fields = Fields.of(type);
        List<String> known = new ArrayList<>(fields.keySet());
        known.addAll(Fields.methodNames(type, false));
        String own = among(known, word);
        if (own != null) {
            return written(type, before, own);
        }
        String neighbour = ofNeighbour(fields, before, word, false);
        if (neighbour != null) {
            return neighbour;
        }
        String kind = kind(type, fields, before, word);
        if (kind != null) {
            return kind;
        }
        String slip = near(known, word);
        if (slip != null) {
            return written(type, before, slip);
        }
        if (type == Balance.class) {
            return "kind == \"" + kindWith(word) + "\", amount";
        }
        neighbour = ofNeighbour(fields, before, word, true);
        if (neighbour != null) {
            return neighbour;
        }
        if (!Fields.methods(type, "text").isEmpty()) {
            return before + "text( \"" + attribute(word) + "\" )";
        }
        if (fields.containsKey("purchase")) {
            return before + "purchase.text( \"" + attribute(word) + "\" )";
        }
        return known.isEmpty() ? "no condition" : written(type, before, Nearest.to(word, known));
    }

    /** A field as it is written, a method with what it is asked for. */
    static String written(Class<?> type, String before, String word) {
        if (Fields.of(type).containsKey(word)) {
            return "'" + before + word + "'";
        }
        boolean number = Fields.methods(type, word).stream()
                .anyMatch(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == int.class);
        return before + word + (number ? "( 1 )" : "( \"" + example(word) + "\" )");
    }

    /** What a method can be asked for. */
    static String example(String method) {
        return switch (method) {
            case "holds" -> "points";
            case "has", "quantityOf", "amountOf" -> "coffee";
            case "isAtLeast", "isBelow", "is" -> "Gold";
            default -> "…";
        };
    }

    private String attribute(String word) {
        Set<String> known = uses.words(Uses.Role.ATTRIBUTE);
        String near = near(new ArrayList<>(known), word);
        return near == null ? word : near;
    }

    private static @Nullable String among(List<String> known, String word) {
        for (String each : known) {
            if (each.equalsIgnoreCase(word)) {
                return each;
            }
        }
        for (String other : OTHER_WORDS.getOrDefault(word.toLowerCase(Locale.ROOT), List.of())) {
            if (known.contains(other)) {
                return other;
            }
        }
        return null;
    }

    private static @Nullable String near(List<String> known, String word) {
        if (known.isEmpty()) {
            return null;
        }
        String nearest = Nearest.to(word, known);
        return Nearest.isNear(word, nearest) ? nearest : null;
    }

    /** The field of what the fact is joined to, {@code purchase.day}. */
    private static @Nullable String ofNeighbour(
            Map<String, Method> fields, String before, String word, boolean slipsCount) {
        for (String neighbour : List.of("purchase", "member", "tier")) {
            Method method = fields.get(neighbour);
            if (method != null) {
                Class<?> type = method.getReturnType();
                List<String> known = new ArrayList<>(Fields.of(type).keySet());
                known.addAll(Fields.methodNames(type, false));
                String found = among(known, word);
                found = found == null && slipsCount ? near(known, word) : found;
                if (found != null) {
                    return written(type, before + neighbour + ".", found);
                }
            }
        }
        Method member = fields.get("member");
        if (member != null) {
            return ofNeighbour(Fields.of(member.getReturnType()), before + "member.", word, slipsCount);
        }
        return null;
    }

    /** A kind of which a word is a part. */
    private String kindWith(String word) {
        return uses.words(Uses.Role.GIVEN, Uses.Role.DEFINED).stream()
                .filter(each -> each.contains(word))
                .findFirst()
                .orElse(word);
    }

    /** A kind taken for a field: {@code Balance( stamps >= 7 )}. */
    private @Nullable String kind(Class<?> type, Map<String, Method> fields, String before, String word) {
        if (!uses.words(Uses.Role.GIVEN, Uses.Role.DEFINED).contains(word)) {
            return null;
        }
        if (type == Balance.class) {
            return "kind == \"" + word + "\", amount";
        }
        if (type == Member.class) {
            return before + "holds( \"" + word + "\" )";
        }
        return fields.containsKey("member") ? before + "member.holds( \"" + word + "\" )" : null;
    }
}
