package org.regulars.internal.rules;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.KieContainer;
import org.regulars.RuleSetException;
import org.regulars.internal.check.Culprits;
import org.regulars.internal.check.RuleCheck;
import org.regulars.internal.reading.ExactDecimals;
import org.regulars.internal.reading.Fingerprint;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.RuleFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns rule files into rules that can be fired, or says everything that is wrong with them. */
public final class RuleCompiler {

    private static final Logger LOG = LoggerFactory.getLogger(RuleCompiler.class);

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
        List<RuleFile> files = read.files();
        List<ParsedRule> rules = new RuleCheck(how.vocabulary(), problems)
                .check(files).stream().flatMap(file -> file.rules().stream()).toList();
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
            Built built = build(files, how);
            return CompiledRules.of(built.container(), built.base(), rules, Fingerprint.of(files), how, problems.all());
        } catch (RuleSetException e) {
            throw e;
        } catch (NotBuilt | RuntimeException | LinkageError | StackOverflowError e) {
            LOG.debug("The rules were not built", e);
            new Culprits(how.vocabulary(), files, some -> said(some, how)).tell(problems);
            throw new RuleSetException(problems.all());
        }
    }

    /** What the compiler says of some files; nothing if they can be used. */
    private static List<String> said(List<RuleFile> files, Loading how) {
        try {
            Built built = build(files, how);
            try {
                built.base().newKieSession().dispose();
            } finally {
                built.container().dispose();
            }
            return List.of();
        } catch (NotBuilt e) {
            return e.messages;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private record Built(KieContainer container, KieBase base) {}

    /** The compiler has refused; it carries what it said. */
    private static final class NotBuilt extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<String> messages;

        NotBuilt(List<Message> messages) {
            super(messages.toString());
            this.messages = messages.stream().map(Message::getText).toList();
        }
    }

    private static Built build(List<RuleFile> files, Loading how) throws NotBuilt {
        KieServices services = KieServices.Factory.get();
        ClassLoader loader = RuleCompiler.class.getClassLoader();
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
            KieBuilder builder = services.newKieBuilder(sources, loader).buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                throw new NotBuilt(errors);
            }
            KieContainer container = services.newKieContainer(version, loader);
            KieBaseConfiguration configuration = services.newKieBaseConfiguration();
            // Nothing is added to a rule set once it is built, so Drools need not keep what that would take.
            configuration.setOption(KieBaseMutabilityOption.DISABLED);
            return new Built(container, container.newKieBase(configuration));
        } finally {
            services.getRepository().removeKieModule(version);
        }
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
