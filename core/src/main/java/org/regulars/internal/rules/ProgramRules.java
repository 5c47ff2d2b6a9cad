package org.regulars.internal.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.regulars.Offer;
import org.regulars.RuleSetException;
import org.regulars.facts.Program;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.program.Kind;
import org.regulars.program.Tiers;
import org.regulars.program.Zone;

/** Runs the rules on {@code Program}, once, and takes down what they define. */
final class ProgramRules {

    private final Definitions.Builder definitions = new Definitions.Builder();
    private final Problems problems = new Problems();
    private final Map<String, RuleFile> files;

    private ProgramRules(Map<String, RuleFile> files) {
        this.files = files;
    }

    static Definitions run(CompiledRules rules, List<ParsedRule> parsed) {
        Map<String, RuleFile> files = new HashMap<>();
        parsed.forEach(rule -> files.put(rule.file().name(), rule.file()));
        ProgramRules program = new ProgramRules(files);
        try (Firing firing = rules.fire()) {
            firing.insert(new Program());
            Meter.within(rules.bounds(), firing::run).forEach(program::define);
        } catch (RuleFailure e) {
            program.problem(e.offer(), String.valueOf(e.getMessage()));
        }
        if (program.problems.hasErrors()) {
            throw new RuleSetException(program.problems.all());
        }
        return program.definitions.build();
    }

    private void define(Firing.Insertion insertion) {
        Object inserted = insertion.inserted();
        boolean isNew;
        if (inserted instanceof Kind kind) {
            isNew = definitions.add(kind);
        } else if (inserted instanceof Tiers tiers) {
            isNew = definitions.add(tiers);
        } else if (inserted instanceof Zone zone) {
            isNew = definitions.add(zone);
        } else {
            problem(
                    insertion.offer(),
                    "A rule on Program defines kinds, tiers or the zone, and cannot insert "
                            + inserted.getClass().getSimpleName() + ". Maybe a rule on Paid or Purchase?");
            return;
        }
        if (!isNew) {
            problem(
                    insertion.offer(),
                    "What it defines is defined already: " + inserted + ". Maybe keep one of the two?");
        }
    }

    private void problem(Offer offer, String message) {
        RuleFile file = Objects.requireNonNull(files.get(offer.file()));
        problems.error(file, offer.line(), 1, "\"" + offer.name() + "\": " + message);
    }
}
