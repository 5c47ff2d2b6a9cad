package org.regulars.internal.rules;

import java.util.ArrayList;
import java.util.List;
import org.regulars.Offer;
import org.regulars.RuleProblem;
import org.regulars.RuleSetException;
import org.regulars.facts.Program;
import org.regulars.internal.program.Definitions;
import org.regulars.program.Kind;
import org.regulars.program.Tiers;
import org.regulars.program.Zone;

/** Runs the rules on {@code Program}, once, and takes down what they define. */
final class ProgramRules {

    private final Definitions.Builder definitions = new Definitions.Builder();
    private final List<RuleProblem> problems = new ArrayList<>();

    private ProgramRules() {}

    static Definitions run(CompiledRules rules) {
        ProgramRules program = new ProgramRules();
        try (Firing firing = rules.fire()) {
            firing.insert(new Program());
            firing.run().forEach(program::define);
        } catch (RuleFailure e) {
            program.problem(e.offer(), String.valueOf(e.getMessage()));
        }
        if (!program.problems.isEmpty()) {
            throw new RuleSetException(program.problems);
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
        problems.add(new RuleProblem(offer.file(), offer.line(), 1, "\"" + offer.name() + "\": " + message));
    }
}
