package org.regulars.internal.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.internal.builder.InternalKieBuilder;
import org.regulars.internal.guard.VisibleClasses;
import org.regulars.internal.reading.ExactDecimals;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.Vocabulary;

/** Lets Drools make classes of rule files. None of them is loaded here. */
final class DroolsBuild {

    private static final String CLASS = ".class";

    private static final String PREAMBLE = "package org.regulars.offers;"
            + " import org.regulars.facts.*; import org.regulars.decisions.*; import org.regulars.program.*; ";

    /** Drools keeps a module by its version until it is removed, so every build has one of its own. */
    private static final AtomicLong BUILDS = new AtomicLong();

    private DroolsBuild() {}

    /** The compiler has refused; it carries what it said. */
    static final class NotBuilt extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<String> said;

        NotBuilt(List<Message> messages) {
            super(messages.toString());
            this.said = messages.stream().map(Message::getText).toList();
        }

        /** What it said, each by itself. */
        List<String> said() {
            return said;
        }
    }

    /** The classes that become of the files, by their internal names. */
    static Map<String, byte[]> of(List<RuleFile> files, Vocabulary vocabulary, VisibleClasses visible) throws NotBuilt {
        KieServices services = KieServices.Factory.get();
        ReleaseId version = services.newReleaseId("org.regulars", "offers", "1." + BUILDS.incrementAndGet());
        try {
            KieFileSystem sources = services.newKieFileSystem();
            sources.generateAndWritePomXML(version);
            for (int i = 0; i < files.size(); i++) {
                // A name the compiler likes, whatever the file's own is.
                sources.write(
                        "src/main/resources/org/regulars/offers/file" + i + ".drl",
                        preamble(vocabulary) + ExactDecimals.in(files.get(i).text()));
            }
            KieBuilder builder = services.newKieBuilder(sources, visible).buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                throw new NotBuilt(errors);
            }
            return compiled(builder);
        } finally {
            services.getRepository().removeKieModule(version);
        }
    }

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

    /** What a rule can name without an import; on the first line, so that line numbers stay the merchant's. */
    private static String preamble(Vocabulary vocabulary) {
        return vocabulary.declared().values().stream()
                .map(type -> "import " + type.getCanonicalName() + "; ")
                .sorted()
                .collect(Collectors.joining("", PREAMBLE, ""));
    }
}
