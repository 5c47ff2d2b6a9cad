package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the words of the sentences mean; only of words that stand there. */
final class Notes {

    /**
     * A word and what it means.
     *
     * @param used what stands in a sentence that has the word
     * @param meaning what it means
     */
    private record Note(Pattern used, String meaning) {
        Note(String used, String meaning) {
            this(Pattern.compile(used), meaning);
        }
    }

    private static final List<Note> ALL = List.of(
            new Note(
                    "you pay",
                    "What you pay is what the goods cost after every saving; free units and delivery are no part of it."),
            new Note(
                    "for each (?!line|single).*you (?:pay for|buy)",
                    "\"Each\" is each unit as the receipt counts it, a piece, a night or a kilogram; a part of a unit"
                            + " counts as a part."),
            new Note("each line", "A line is one entry of the receipt."),
            new Note("for every 1", "\"For every 1\" counts parts of it too, as parts."),
            new Note(
                    "for every whole", "\"For every whole\" counts whole steps, and what is left over brings nothing."),
            new Note("multiplied", "Several factors multiply each other. What you get extra is never multiplied."),
            new Note("at most .* earned|single award", "What goes beyond a limit is not earned."),
            new Note(
                    "taken off",
                    "Savings add up. Each percentage is of the price before other savings, and no price falls below"
                            + " nothing."),
            new Note("(?:is|are) free: the cheapest", "Free units earn nothing and count towards nothing."),
            new Note(
                    "you become |our \\p{L}+ becomes ",
                    "A new tier counts from your next purchase or request on. Who has a tier already, or a higher one,"
                            + " does not lose it by an offer of a lower one."),
            new Note(
                    "\\b(?:days?|months?|years?) (?:from|later)",
                    "Days are counted from the day itself, and the last one counts whole: 7 days from 17 May are"
                            + " through 24 May, and a month from 25 January is through 25 February."),
            new Note(
                    "recorded for you|is \"|are \"|\" or \"",
                    "Words in quotation marks are those of our tills and records."));

    private Notes() {}

    /** The notes on what stands in these blocks. */
    static List<List<Run>> of(List<Block> blocks) {
        List<String> texts = blocks.stream().flatMap(Notes::sentences).toList();
        List<List<Run>> notes = new ArrayList<>();
        for (Note note : ALL) {
            if (texts.stream().anyMatch(text -> note.used().matcher(text).find())) {
                notes.add(List.of(Run.plain(note.meaning())));
            }
        }
        return notes;
    }

    private static Stream<String> sentences(Block block) {
        if (block instanceof Block.Bullets bullets) {
            return bullets.items().stream().flatMap(Notes::plain);
        }
        if (block instanceof Block.Table table) {
            return Stream.concat(
                    table.head().stream(),
                    table.rows().stream().flatMap(List::stream).flatMap(Notes::plain));
        }
        return Stream.of();
    }

    private static Stream<String> plain(List<Run> runs) {
        return runs.stream().filter(run -> run.look() == Run.Look.PLAIN).map(Run::text);
    }
}
