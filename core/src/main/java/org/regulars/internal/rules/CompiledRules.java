package org.regulars.internal.rules;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.regulars.Bounds;
import org.regulars.Offer;
import org.regulars.RuleProblem;
import org.regulars.internal.guard.RuleClasses;
import org.regulars.internal.kept.Compilation;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.reading.Nearest;
import org.regulars.internal.reading.ParsedFile;
import org.regulars.internal.reading.Phase;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.RuleParser;
import org.regulars.internal.reading.RuleSummary;
import org.regulars.internal.syntax.RuleReader;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.values.WhenAsked;

/** Rules ready to fire. Any number of threads may open sessions on them. */
public final class CompiledRules {

    private final RulesAtWork atWork;
    private final Map<String, Offer> offers = new LinkedHashMap<>();
    private final Map<String, Phase> phases = new LinkedHashMap<>();
    private final Map<String, Set<String>> factsOfRules = new LinkedHashMap<>();
    private final Set<String> facts = new HashSet<>();
    private final Map<String, RuleSummary> asking = new LinkedHashMap<>();
    private final Definitions definitions;
    private final String fingerprint;
    private final Loading how;
    private final List<RuleProblem> warnings;
    private final List<RuleText> texts;
    private volatile boolean closed;

    CompiledRules(RuleClasses classes, Compilation made, List<RuleFile> files, String fingerprint, Loading how) {
        List<RuleSummary> rules = made.rules();
        this.atWork = RulesAtWork.of(classes, rules, how.vocabulary());
        this.fingerprint = fingerprint;
        this.how = how;
        this.warnings = made.warnings();
        this.texts = new WhenAsked<>(
                files, () -> files.stream().flatMap(CompiledRules::texts).toList());
        for (RuleSummary rule : rules) {
            offers.put(rule.offer().name(), rule.offer());
            phases.put(rule.offer().name(), Phase.of(rule.facts()));
            factsOfRules.put(rule.offer().name(), rule.facts());
            facts.addAll(rule.facts());
            if (rule.present().contains("Redemption")) {
                asking.put(rule.offer().name(), rule);
            }
        }
        this.definitions = ProgramRules.run(this, rules, files);
    }

    /** The rules that answer events, in the order of files and lines. */
    public List<Offer> offers() {
        return offers.values().stream()
                .filter(offer -> phase(offer.name()) != Phase.PROGRAM)
                .toList();
    }

    /** What tells these rules from others. */
    public String fingerprint() {
        return fingerprint;
    }

    /** What is probably not meant so in them. */
    public List<RuleProblem> warnings() {
        return warnings;
    }

    /** The rules word by word, in the order of files and lines; read when first asked for. */
    public List<RuleText> texts() {
        return texts;
    }

    private static Stream<RuleText> texts(RuleFile file) {
        ParsedFile parsed = RuleParser.read(file, file.text()).file();
        return parsed == null ? Stream.of() : RuleReader.read(parsed).stream();
    }

    /** How much they may use up. */
    public Bounds bounds() {
        return how.bounds();
    }

    /** The application's own facts, by the names that rules know them by. */
    public Map<String, Class<?>> declaredFacts() {
        return how.vocabulary().declared();
    }

    /** The offer of this name; a bare one if the rules have no such offer any more. */
    public Offer offerOfOld(String name) {
        return offers.getOrDefault(name, new Offer(name, "", 0, name));
    }

    /** What the rules on {@code Program} defined. */
    public Definitions definitions() {
        return definitions;
    }

    /** Starts firing the rules on the facts of one event. */
    public Firing fire() {
        return new Firing(atWork, how.bounds());
    }

    /** Whether any rule names a sort of fact, as in {@code Balance}; others need not be there. */
    public boolean name(String fact) {
        return facts.contains(fact);
    }

    /** The reward most like a name, of those that rules answer to; empty if they answer to none by name. */
    public String nearestReward(String reward) {
        List<String> known = asking.values().stream()
                .flatMap(rule -> rule.rewards().stream())
                .sorted()
                .toList();
        return known.isEmpty() ? "" : Nearest.to(reward, known);
    }

    /** Whether a rule names a sort of fact. */
    public boolean names(String rule, String fact) {
        return factsOfRules.getOrDefault(rule, Set.of()).contains(fact);
    }

    /** When a rule runs; {@link Phase#TILL} for one that is not there any more. */
    public Phase phase(String rule) {
        return phases.getOrDefault(rule, Phase.TILL);
    }

    /**
     * Lets no more decisions begin.
     *
     * @throws IllegalStateException if these rules are closed
     */
    public void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("This rule set is closed. Maybe it was closed before its engine was done?");
        }
    }

    /** Lets no more decisions begin; those under way end by themselves, and nothing else holds anything. */
    public void close() {
        closed = true;
    }
}
