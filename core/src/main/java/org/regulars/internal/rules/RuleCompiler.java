package org.regulars.internal.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.internal.builder.InternalKieBuilder;
import org.regulars.RuleSetException;
import org.regulars.internal.check.RuleCheck;
import org.regulars.internal.guard.Gate;
import org.regulars.internal.guard.RuleBytecode;
import org.regulars.internal.guard.RuleClasses;
import org.regulars.internal.guard.TextGate;
import org.regulars.internal.guard.VisibleClasses;
import org.regulars.internal.lint.Culprits;
import org.regulars.internal.reading.ExactDecimals;
import org.regulars.internal.reading.Fingerprint;
import org.regulars.internal.reading.ParsedFile;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.RuleFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns rule files into rules that can be fired, or says everything that is wrong with them. */
public final class RuleCompiler {

    private static final Logger LOG = LoggerFactory.getLogger(RuleCompiler.class);

    private static final String CLASS = ".class";

    private static final Pattern OWN_PACKAGE = Pattern.compile("org\\.regulars\\.(decisions|facts|program)\\.");

    private static final String PREAMBLE = "package org.regulars.offers;"
            + " import org.regulars.facts.*; import org.regulars.decisions.*; import org.regulars.program.*; ";

    /** Drools keeps a module by its version until it is removed, so every build has one of its own. */
    private static final AtomicLong BUILDS = new AtomicLong();

    private RuleCompiler() {}

    /**
     * Compiles what has been read.
     *
     * @throws RuleSetException with all problems, those of reading included
     */
    public static CompiledRules compile(RuleFiles read, Loading how) {
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
        CompiledRules compiled = OwnClassLoader.during(() -> load(files, rules, how, problems));
        LOG.debug("Loaded {} rules of {} files, fingerprint {}", rules.size(), files.size(), compiled.fingerprint());
        return compiled;
    }

    private static CompiledRules load(List<RuleFile> files, List<ParsedRule> rules, Loading how, Problems problems) {
        try {
            RuleClasses classes = build(files, rules, how, problems);
            return new CompiledRules(classes, rules, Fingerprint.of(files), how, problems.all());
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
            return e.messages;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** The compiler has refused; it carries what it said. */
    private static final class NotBuilt extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<String> messages;

        NotBuilt(List<Message> messages) {
            super(messages.toString());
            this.messages = messages.stream().map(Message::getText).toList();
        }
    }

    static RuleClasses build(List<RuleFile> files, List<ParsedRule> rules, Loading how, Problems problems)
            throws NotBuilt {
        KieServices services = KieServices.Factory.get();
        VisibleClasses visible =
                how.trusted() ? VisibleClasses.all(how.vocabulary()) : VisibleClasses.guarded(how.vocabulary());
        ReleaseId version = services.newReleaseId("org.regulars", "offers", "1." + BUILDS.incrementAndGet());
        try {
            KieFileSystem sources = services.newKieFileSystem();
            sources.generateAndWritePomXML(version);
            for (int i = 0; i < files.size(); i++) {
                // A name the compiler likes, whatever the file's own is.
                sources.write(
                        "src/main/resources/org/regulars/offers/file" + i + ".drl",
                        preamble(how) + ExactDecimals.in(files.get(i).text()));
            }
            KieBuilder builder = services.newKieBuilder(sources, visible).buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                throw new NotBuilt(errors);
            }
            return new RuleClasses(loadable(compiled(builder), rules, how, problems), visible);
        } finally {
            services.getRepository().removeKieModule(version);
        }
    }

    /** The classes that Drools made of the files, by their internal names. */
    private static Map<String, byte[]> compiled(KieBuilder builder) {
        InternalKieModule module = (InternalKieModule) ((InternalKieBuilder) builder).getKieModuleIgnoringErrors();
        Map<String, byte[]> classes = new TreeMap<>();
        for (String file : module.getFileNames()) {
            if (file.endsWith(CLASS)) {
                classes.put(file.substring(0, file.length() - CLASS.length()), module.getBytes(file));
            }
        }
        return classes;
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

    /** What a rule can name without an import; on the first line, so that line numbers stay the merchant's. */
    private static String preamble(Loading how) {
        return how.vocabulary().declared().values().stream()
                .map(type -> "import " + type.getCanonicalName() + "; ")
                .sorted()
                .collect(Collectors.joining("", PREAMBLE, ""));
    }

    private static void refuse(Problems problems) {
        if (problems.hasErrors()) {
            throw new RuleSetException(problems.all());
        }
    }
}
