package org.regulars.internal.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.internal.builder.InternalKieBuilder;
import org.regulars.RuleSetException;
import org.regulars.internal.check.CompilerMessages;
import org.regulars.internal.check.RuleCheck;
import org.regulars.internal.guard.Gate;
import org.regulars.internal.guard.RuleBytecode;
import org.regulars.internal.guard.RuleClasses;
import org.regulars.internal.guard.TextGate;
import org.regulars.internal.guard.VisibleClasses;
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
        List<ParsedFile> parsed = new RuleCheck(how.vocabulary(), problems).check(files);
        if (!how.trusted()) {
            new Gate(how.vocabulary(), how.bounds(), problems).check(parsed);
        }
        List<ParsedRule> rules =
                parsed.stream().flatMap(file -> file.rules().stream()).toList();
        if (rules.isEmpty() && !problems.hasErrors()) {
            problems.error("", "There is no rule. Maybe the files hold only comments?");
        }
        refuse(problems);
        CompiledRules compiled = OwnClassLoader.during(() -> build(files, rules, how, problems));
        LOG.debug("Loaded {} rules of {} files, fingerprint {}", rules.size(), files.size(), compiled.fingerprint());
        return compiled;
    }

    @SuppressWarnings("deprecation") // no other configuration takes a class loader
    private static CompiledRules build(List<RuleFile> files, List<ParsedRule> rules, Loading how, Problems problems) {
        KieServices services = KieServices.Factory.get();
        VisibleClasses visible =
                how.trusted() ? VisibleClasses.all(how.vocabulary()) : VisibleClasses.guarded(how.vocabulary());
        ReleaseId version = services.newReleaseId("org.regulars", "offers", "1." + BUILDS.incrementAndGet());
        try {
            KieFileSystem sources = services.newKieFileSystem();
            sources.generateAndWritePomXML(version);
            for (int i = 0; i < files.size(); i++) {
                sources.write(
                        "src/main/resources/" + CompilerMessages.path(i),
                        preamble(how) + ExactDecimals.in(files.get(i).text()));
            }
            KieBuilder builder = services.newKieBuilder(sources, visible).buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                new CompilerMessages(files).tell(errors, problems);
                refuse(problems);
            }
            RuleClasses classes = new RuleClasses(loadable(compiled(builder), rules, how, problems), visible);
            KieBaseConfiguration configuration = services.newKieBaseConfiguration(null, classes);
            // Nothing is added to a rule set once it is built, so Drools need not keep what that would take.
            configuration.setOption(KieBaseMutabilityOption.DISABLED);
            KieBase base = KieBaseBuilder.createKieBaseFromModel(classes.model(), configuration);
            return new CompiledRules(base, rules, Fingerprint.of(files), how, problems.all());
        } catch (RuleSetException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            problems.error("", rootMessage(e));
            throw new RuleSetException(problems.all());
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
        String message = "uses " + what + ", and a rule uses only facts and decisions. Maybe a field of a fact?";
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

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return "The rules cannot be loaded: " + root;
    }
}
