package org.regulars.internal.prose;

import org.jspecify.annotations.Nullable;
import org.regulars.internal.prose.Subject.Sort;

/** What rules ask of a member and of what they hold. */
final class OfMembers {

    private OfMembers() {}

    static @Nullable Subject member(String name) {
        return switch (name) {
            case "id" -> Subject.of(Sort.TEXT, "your member number");
            case "joined" -> new Subject("the day you joined", "you joined ", "", Sort.DATE);
            case "years" ->
                Subject.number("the full years of your membership", "you have been a member for", "full years");
            case "birthday" -> Subject.yesOrNo("it is your birthday", "it is not your birthday");
            case "anniversary" ->
                Subject.yesOrNo("it is the anniversary of your joining", "it is not the anniversary of your joining");
            case "lastActive" -> new Subject("the day you were last active", "you were last active ", "", Sort.DATE);
            case "idleDays" ->
                Subject.number("the days since you were last active", "you have not been active for", "days");
            default -> null;
        };
    }

    static @Nullable Subject balance(String name, @Nullable String kind) {
        if (kind == null) {
            return null;
        }
        return switch (name) {
            case "amount" -> Subject.number("the " + kind + " you hold", "you hold", kind);
            case "pending" -> Subject.number("the " + kind + " that wait", "you hold", kind + " that wait");
            case "before" -> Subject.number("the " + kind + " you held before", "you held", kind + " before");
            case "earned" -> Subject.number("the " + kind + " you earn at that", "you earn", kind + " at that");
            case "spent" -> Subject.number("the " + kind + " you spend at that", "you spend", kind + " at that");
            default -> null;
        };
    }

    static @Nullable Subject expired(String name, @Nullable String kind) {
        String what = kind == null ? "it" : kind;
        return switch (name) {
            case "kind" -> Subject.of(Sort.TEXT, "what lapses");
            case "amount" -> new Subject("the amount that lapses", "", " of " + what + " lapse unused", Sort.NUMBER);
            case "earned" -> new Subject("the day you earned it", "you earned it ", "", Sort.DATE);
            default -> null;
        };
    }
}
