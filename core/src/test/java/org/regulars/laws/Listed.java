package org.regulars.laws;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regulars.Due;
import org.regulars.Granted;
import org.regulars.LineOutcome;
import org.regulars.Member;
import org.regulars.Offer;
import org.regulars.Outcome;
import org.regulars.Purchase;

/** An outcome as what it says, whatever order it says it in and wherever in the files its rules stand. */
final class Listed {

    private Listed() {}

    /** With every line by its number on the receipt. */
    static SortedMap<String, Object> byNumber(Outcome outcome) {
        SortedMap<String, Object> listed = of(outcome, String::valueOf);
        listed.put("after", outcome.memberAfter());
        return listed;
    }

    /** With every line by what is on it, for receipts that number the same lines otherwise. */
    static SortedMap<String, Object> byContent(Outcome outcome, Purchase purchase) {
        Map<Integer, String> contents = new TreeMap<>();
        purchase.lines()
                .forEach(line -> contents.put(line.number(), line.numbered(0).toString()));
        SortedMap<String, Object> listed = of(outcome, line -> String.valueOf(contents.get(line)));
        Member after = outcome.memberAfter();
        // What a member remembers of a receipt tells one numbering of its lines from another.
        listed.put(
                "after",
                new Member(
                        after.id(),
                        after.joined(),
                        after.asOf(),
                        after.lastActive(),
                        after.attributes(),
                        after.lots(),
                        after.statuses(),
                        List.of(),
                        after.lapsed(),
                        after.counted(),
                        after.returned()));
        return listed;
    }

    private static SortedMap<String, Object> of(Outcome outcome, Function<Integer, String> line) {
        SortedMap<String, Object> listed = new TreeMap<>();
        listed.put("granted", text(outcome.granted(), line));
        listed.put("refused", text(outcome.refused(), line));
        listed.put("tallies", text(outcome.tallies(), line));
        listed.put("limits", text(outcome.limits(), line));
        listed.put("lines", text(outcome.lines(), line));
        listed.put("postings", text(outcome.postings(), line));
        listed.put("tiers", text(outcome.tierChanges(), line));
        listed.put("reversal", text(outcome.reversal(), line));
        int moment = 1;
        for (Due due : outcome.due()) {
            listed.put("due " + moment++, text(due, line));
        }
        listed.put("to pay", outcome.toPay());
        return listed;
    }

    /** Every list in one order, and of a rule only its name and what it says. */
    private static String text(@Nullable Object value, Function<Integer, String> line) {
        if (value instanceof Offer offer) {
            return offer.name() + " '" + offer.says() + "'";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> text(each, line)).sorted().toList().toString();
        }
        if (value instanceof Record record) {
            StringBuilder text = new StringBuilder(record.getClass().getSimpleName());
            for (RecordComponent part : record.getClass().getRecordComponents()) {
                text.append(", ").append(part.getName()).append(' ').append(part(record, part, line));
            }
            return text.toString();
        }
        return String.valueOf(value);
    }

    private static String part(Record record, RecordComponent part, Function<Integer, String> line) {
        if (record instanceof Granted granted && part.getName().equals("lines")) {
            return granted.lines().stream().map(line).sorted().toList().toString();
        }
        if (record instanceof LineOutcome outcome && part.getName().equals("line")) {
            return line.apply(outcome.line());
        }
        try {
            return text(part.getAccessor().invoke(record), line);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
