package org.regulars.internal.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regulars.RuleSetException;
import org.regulars.internal.check.RuleCheck;
import org.regulars.internal.guard.Gate;
import org.regulars.internal.guard.RuleBytecode;
import org.regulars.internal.guard.RuleClasses;
import org.regulars.internal.guard.TextGate;
import org.regulars.internal.guard.VisibleClasses;
import org.regulars.internal.kept.Compilation;
import org.regulars.internal.kept.KeptRules;
import org.regulars.internal.lint.Culprits;
import org.regulars.internal.reading.Fingerprint;
import org.regulars.internal.reading.ParsedFile;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.RuleFiles;
import org.regulars.internal.rules.DroolsBuild.NotBuilt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns rule files into rules that can be fired, or says everything that is wrong with them. */
final class RuleCompiler {

    private static final Logger LOG = LoggerFactory.getLogger(RuleCompiler.class);

    private static final Pattern OWN_PACKAGE = Pattern.compile("org\\.regulars\\.(decisions|facts|program)\\.");

    private RuleCompiler() {}

    /**
     * Compiles what has been read.
     *
     * @param kept where it is kept for the next time; null for nowhere
     * @throws RuleSetException with all problems, those of reading included
     */
    static CompiledRules compile(RuleFiles read, Loading how, KeptRules.@Nullable Place kept) {
        Problems problems = new Problems();
        problems.addAll(read.problems());
        List<RuleFile> files =
                how.trusted() ? read.files() : new TextGate(how.bounds(), problems).passing(read.files());
        RuleCheck check = new RuleCheck(how.vocabulary(), problems, how.today());
        List<ParsedFile> parsed = (how.trusted() ? check.trusting() : check).check(files);
        if (!how.trusted()) {
            // What a merchant was told in plainer words is refused either way.
            Problems refused = new Problems();
            new Gate(how.vocabulary(), how.bounds(), refused).check(parsed);
            problems.addUntold(refused.all());
        }
        List<ParsedRule> rules =
                parsed.stream().flatMap(file -> file.rules().stream()).toList();
        if (rules.isEmpty() && !problems.hasErrors()) {
            problems.error("", "There is no rule. Maybe the files hold only comments?");
        }
        refuse(problems);
        return load(files, rules, how, problems, kept);
    }

    private static CompiledRules load(
            List<RuleFile> files,
            List<ParsedRule> rules,
            Loading how,
            Problems problems,
            KeptRules.@Nullable Place kept) {
        try {
            VisibleClasses visible = visible(how);
            Map<String, byte[]> compiled = DroolsBuild.of(files, how.vocabulary(), visible);
            RuleClasses classes = new RuleClasses(loadable(compiled, rules, how, problems), visible);
            Compilation made = new Compilation(rules.stream().map(Summaries::of).toList(), problems.all(), compiled);
            CompiledRules loaded = new CompiledRules(classes, made, files, Fingerprint.of(files), how);
            if (kept != null) {
                kept.write(made);
            }
            return loaded;
        } catch (RuleSetException e) {
            throw e;
        } catch (NotBuilt | RuntimeException | LinkageError | StackOverflowError e) {
            LOG.debug("The rules were not built", e);
            new Culprits(how.vocabulary(), files, some -> said(some, rules, how)).tell(problems);
            throw new RuleSetException(problems.all());
        }
    }

    /** What the compiler says of some files; nothing if they can be used. */
    private static List<String> said(List<RuleFile> files, List<ParsedRule> rules, Loading how) {
        try {
            // All of them, for Drools says most of rules when it makes sessions of them.
            RuleClasses classes = build(files, rules, how, new Problems());
            Sessions.over(classes.model(), classes);
            return List.of();
        } catch (RuleSetException e) {
            // The guard refuses them, and tells so by itself once they can be built.
            return List.of();
        } catch (NotBuilt e) {
            return e.said();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** The classes of rule files, as they can be loaded. */
    static RuleClasses build(List<RuleFile> files, List<ParsedRule> rules, Loading how, Problems problems)
            throws NotBuilt {
        VisibleClasses visible = visible(how);
        return new RuleClasses(
                loadable(DroolsBuild.of(files, how.vocabulary(), visible), rules, how, problems), visible);
    }

    private static VisibleClasses visible(Loading how) {
        return how.trusted() ? VisibleClasses.all(how.vocabulary()) : VisibleClasses.guarded(how.vocabulary());
    }

    /** The classes as they can be loaded: checked and woven, unless the rules are trusted. */
    private static Map<String, byte[]> loadable(
            Map<String, byte[]> compiled, List<ParsedRule> rules, Loading how, Problems problems) {
        if (how.trusted()) {
            Map<String, byte[]> asTheyAre = new TreeMap<>();
            compiled.forEach((name, bytes) -> asTheyAre.put(name.replace('/', '.'), bytes));
            return asTheyAre;
        }
        RuleBytecode.Checked checked = new RuleBytecode(how.vocabulary()).check(compiled);
        checked.refused().forEach((rule, what) -> tellRefused(rule, what, rules, problems));
        refuse(problems);
        return checked.woven();
    }

    private static void tellRefused(String name, String what, List<ParsedRule> rules, Problems problems) {
        String message = "uses " + OWN_PACKAGE.matcher(what).replaceAll("")
                + ", and a rule uses only facts and decisions. Maybe a field of a fact?";
        for (ParsedRule rule : rules) {
            if (rule.offer().name().equals(name)) {
                problems.error(rule.file(), rule.offer().line(), 0, "\"" + name + "\" " + message);
                return;
            }
        }
        problems.error("", "A rule " + message);
    }

    private static void refuse(Problems problems) {
        if (problems.hasErrors()) {
            throw new RuleSetException(problems.all());
        }
    }
}
