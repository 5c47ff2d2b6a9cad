package org.regulars.internal.rules;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.regulars.Offer;
import org.regulars.RuleSetException;
import org.regulars.facts.Program;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.RuleSummary;
import org.regulars.program.Kind;
import org.regulars.program.Tiers;
import org.regulars.program.Zone;

/** Runs the rules on {@code Program}, once, and takes down what they define. */
final class ProgramRules {

    private final List<RuleFile> files;
    private final Definitions.Builder definitions = new Definitions.Builder();
    private final Problems problems = new Problems();
    private final Map<String, RuleSummary> rules = new HashMap<>();
    private final Map<String, Offer> definedBy = new HashMap<>();

    private ProgramRules(List<RuleSummary> parsed, List<RuleFile> files) {
        this.files = files;
        parsed.forEach(rule -> rules.put(rule.offer().name(), rule));
    }

    static Definitions run(CompiledRules rules, List<RuleSummary> parsed, List<RuleFile> files) {
        ProgramRules program = new ProgramRules(parsed, files);
        try (Firing firing = rules.fire()) {
            firing.insert(new Program());
            // In the order of the files, so that of two definitions always the same one is told to be too many.
            List<String> inOrder =
                    parsed.stream().map(rule -> rule.offer().name()).toList();
            Meter.within(rules.bounds(), firing::run).stream()
                    .sorted(Comparator.comparingInt(
                            each -> inOrder.indexOf(each.offer().name())))
                    .forEach(program::define);
        } catch (RuleFailure e) {
            program.failed(e);
        }
        if (program.problems.hasErrors()) {
            throw new RuleSetException(program.problems.all());
        }
        return program.definitions.build();
    }

    private void define(Firing.Insertion insertion) {
        Object inserted = insertion.inserted();
        if (inserted instanceof Kind kind) {
            once(insertion, definitions.add(kind), "Kind", "kind \"" + kind.name() + "\"");
        } else if (inserted instanceof Tiers tiers) {
            once(
                    insertion,
                    definitions.add(tiers),
                    "Tiers",
                    tiers.ladder().isEmpty() ? "ladder of tiers" : "ladder \"" + tiers.ladder() + "\"");
        } else if (inserted instanceof Zone zone) {
            once(insertion, definitions.add(zone), "Zone", "time zone");
        } else {
            problem(
                    insertion.offer(),
                    "",
                    "A rule on Program defines kinds, tiers or the zone, and cannot insert "
                            + inserted.getClass().getSimpleName() + ". Maybe a rule on Paid or Purchase?");
        }
    }

    private void once(Firing.Insertion insertion, boolean isNew, String word, String what) {
        Offer first = definedBy.putIfAbsent(what, insertion.offer());
        if (!isNew) {
            problem(
                    insertion.offer(),
                    word,
                    first == null
                            ? "One of its tiers stands on another ladder already. Maybe another name for it?"
                            : "The " + what + " is defined already, by \"" + first.name() + "\" at " + first.file()
                                    + ":" + first.line() + ". Maybe keep one of the two?");
        }
    }

    private void failed(RuleFailure failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String why = root instanceof IllegalArgumentException || root == failure
                ? String.valueOf(failure.getMessage())
                : "cannot be worked out as it stands";
        String mend = why.contains("Maybe") ? "" : ". Maybe compare it with a rule that works?";
        problem(failure.offer(), "", '"' + failure.offer().name() + "\": " + why + mend);
    }

    /** At the last decision that begins with a word, or the first one if that is not known. */
    private void problem(Offer offer, String word, String message) {
        RuleSummary rule = Objects.requireNonNull(rules.get(offer.name()));
        int at = word.isEmpty() ? -1 : rule.then().lastIndexOf(word + ".");
        RuleFile file = files.stream()
                .filter(each -> each.name().equals(offer.file()))
                .findFirst()
                .orElseThrow();
        problems.error(file, rule.thenAt() + Math.max(at, 0), message);
    }
}
