package org.regulars.internal.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.POP;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.regulars.Bounds;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Offer;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleDirectory;
import org.regulars.RuleLoader;
import org.regulars.RuleSet;
import org.regulars.RuleSetException;
import org.regulars.internal.reading.RuleSummary;
import org.regulars.internal.reading.Vocabulary;

/** What is kept compiled is used while it is what was kept, and is otherwise no worse than nothing. */
class KeptRulesTest {

    private static final String RULES = """
            rule "One stamp for every coffee"
            @says( "Here is your stamp" )
            when
                $coffee : PaidItem( category == "coffee" )
            then
                insert( Earn.of( 1, "stamps" ).forEach( $coffee ) );
            end

            rule "Whole stamps"
            when
                Program()
            then
                insert( Kind.of( "stamps" ) );
            end
            """;

    private static final Member ANA = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));
    private static final Purchase BREAKFAST =
            Purchase.of("p-1", Instant.parse("2026-06-01T08:00:00Z"), "EUR").with(2, "latte", "coffee", "4.80");

    /** Where a hostile class leaves its mark. */
    private static final String CANARY = "regulars.kept.canary";

    @TempDir
    private Path directory;

    private RuleLoader loader = RuleSet.loader();

    @BeforeEach
    void keep() {
        System.clearProperty(CANARY);
        loader = RuleSet.loader().keptIn(directory);
    }

    @Test
    void what_is_kept_is_used() throws Exception {
        loadsAndDecidesRightly();
        tamper(made -> with(made, says("Kept")));

        try (RuleSet rules = loader.fromText(RULES)) {
            assertThat(rules.offers()).extracting(Offer::says).containsExactly("Kept");
            assertThat(decided(rules).earned("stamps")).isEqualByComparingTo("2");
        }
    }

    @Test
    void the_directory_is_made_and_only_its_owner_can_read_what_is_kept_in_it() throws Exception {
        Path below = directory.resolve("a/b");

        RuleSet.loader().keptIn(below).fromText(RULES).close();

        assertThat(files(below)).singleElement().asString().matches(".*/[0-9a-f]{64}\\.kept");
        if (Files.getFileStore(below).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(files(below).get(0)).toString())
                    .doesNotContain("OTHERS")
                    .doesNotContain("GROUP");
        }
    }

    @Test
    void where_nothing_can_be_kept_rules_are_loaded_all_the_same() throws Exception {
        Path file = Files.writeString(directory.resolve("a-file"), "no directory");

        loader = RuleSet.loader().keptIn(file);

        loadsAndDecidesRightly();
        loadsAndDecidesRightly();
        assertThat(file).hasContent("no directory");
    }

    @Test
    void what_stands_in_the_place_and_is_no_file_is_let_be() throws Exception {
        loadsAndDecidesRightly();
        Path kept = files(directory).get(0);
        Files.delete(kept);
        Files.createDirectories(kept.resolve("inside"));

        loadsAndDecidesRightly();

        assertThat(kept.resolve("inside")).isDirectory();
        assertThat(files(directory)).containsExactly(kept);
    }

    @Test
    void what_is_damaged_is_compiled_anew() throws Exception {
        loadsAndDecidesRightly();
        Path kept = files(directory).get(0);
        byte[] good = Files.readAllBytes(kept);
        for (byte[] bad : List.of(
                new byte[0],
                Arrays.copyOf(good, good.length / 2),
                flipped(good, 100),
                flipped(good, good.length - 50))) {
            Files.write(kept, bad);

            loadsAndDecidesRightly();

            assertThat(files(directory)).containsExactly(kept);
            assertThat(Files.readAllBytes(kept)).isNotEqualTo(bad);
        }
    }

    @Test
    void what_belongs_to_other_rules_is_not_taken_for_these() throws Exception {
        loadsAndDecidesRightly();
        Path one = files(directory).get(0);
        loader.fromText(RULES.replace("of( 1,", "of( 5,")).close();
        Path other = files(directory).stream()
                .filter(each -> !each.equals(one))
                .findFirst()
                .orElseThrow();
        Files.write(one, Files.readAllBytes(other));

        loadsAndDecidesRightly();
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("calls in all methods", (Consumer<Map<String, byte[]>>)
                        classes -> classes.replaceAll((name, bytes) -> visited(bytes, Calling::new))),
                Arguments.of(
                        "what is loaded first, with a call",
                        each(".*/Rules[0-9A-F]{32}", bytes -> visited(bytes, Calling::new))),
                Arguments.of(
                        "what follows, with a call",
                        each(".*/LambdaConsequence.*", bytes -> visited(bytes, Calling::new))),
                Arguments.of(
                        "bytes that no JVM verifies",
                        each(".*/LambdaConsequence.*", bytes -> visited(bytes, Popping::new))),
                Arguments.of("one class more", (Consumer<Map<String, byte[]>>) classes -> classes.put(
                        "org/regulars/RuleSet", classes.values().iterator().next())),
                Arguments.of("a class under another's name", (Consumer<Map<String, byte[]>>) classes -> {
                    List<String> names = new ArrayList<>(classes.keySet());
                    byte[] first = classes.get(names.get(0));
                    classes.put(names.get(0), classes.get(names.get(1)));
                    classes.put(names.get(1), first);
                }),
                Arguments.of("what is no class", (Consumer<Map<String, byte[]>>)
                        classes -> classes.replaceAll((name, bytes) -> new byte[] {1, 2, 3})),
                Arguments.of("a class too few", (Consumer<Map<String, byte[]>>)
                        classes -> classes.keySet().removeIf(name -> name.contains("LambdaConsequence"))),
                Arguments.of("no classes", (Consumer<Map<String, byte[]>>) Map::clear));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostile_classes_with_the_right_checksum_do_not_run(String what, Consumer<Map<String, byte[]>> change)
            throws Exception {
        loadsAndDecidesRightly();
        tamper(made -> {
            Map<String, byte[]> classes = new HashMap<>(made.classes());
            change.accept(classes);
            return new Compilation(made.rules(), made.warnings(), classes);
        });
        Path kept = files(directory).get(0);
        byte[] bad = Files.readAllBytes(kept);

        loadsAndDecidesRightly();

        assertThat(System.getProperty(CANARY)).isNull();
        assertThat(Files.readAllBytes(kept)).as("compiled and kept anew").isNotEqualTo(bad);
    }

    @Test
    void rules_that_the_classes_do_not_hold_are_compiled_anew() throws Exception {
        loadsAndDecidesRightly();
        tamper(made -> with(made, List.of()));
        loadsAndDecidesRightly();
        tamper(made -> with(made, made.rules().subList(0, 1)));
        loadsAndDecidesRightly();
    }

    @Test
    void neither_rules_with_errors_nor_trusted_ones_are_kept() throws Exception {
        assertThatThrownBy(() -> loader.fromText(RULES.replace("PaidItem", "PayedItem")))
                .isInstanceOf(RuleSetException.class);
        assertThatThrownBy(() -> loader.fromText(RULES + RULES.replaceAll("rule \"", "rule \"2 ")))
                .isInstanceOf(RuleSetException.class);
        loader.trusted().fromText(RULES).close();

        assertThat(files(directory)).isEmpty();
    }

    @Test
    void warnings_are_kept_too() {
        String doubtful = RULES.replace("category == \"coffee\"", "quantity > 3, quantity < 2");

        try (RuleSet first = loader.fromText(doubtful);
                RuleSet second = loader.fromText(doubtful)) {
            assertThat(first.warnings()).isNotEmpty();
            assertThat(second.warnings()).isEqualTo(first.warnings());
        }
    }

    @Test
    void threads_may_load_the_same_rules_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> load = () -> {
                loadsAndDecidesRightly();
                return null;
            };
            for (var done : threads.invokeAll(List.of(load, load, load, load))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(files(directory)).hasSize(1);
        tamper(made -> with(made, says("Kept")));
        try (RuleSet rules = loader.fromText(RULES)) {
            assertThat(rules.offers()).extracting(Offer::says).containsExactly("Kept");
        }
    }

    @Test
    void rules_that_are_watched_are_kept_as_well(@TempDir Path watched) throws Exception {
        Files.writeString(watched.resolve("a.drl"), RULES);

        try (RuleDirectory rules = loader.watch(watched)) {
            assertThat(rules.decide(ANA, BREAKFAST).earned("stamps")).isEqualByComparingTo("2");
        }

        assertThat(files(directory)).hasSize(1);
    }

    @Test
    void what_is_oldest_goes_when_there_is_too_much() throws Exception {
        KeptRules kept = new KeptRules(directory);
        Compilation nothing = new Compilation(List.of(), List.of(), Map.of());
        for (int i = 0; i < KeptRules.MOST + 3; i++) {
            kept.place("rules " + i, Vocabulary.own(), Bounds.standard(), null).write(nothing);
        }

        assertThat(files(directory)).hasSize(KeptRules.MOST);
    }

    private void loadsAndDecidesRightly() {
        try (RuleSet rules = loader.fromText(RULES)) {
            assertThat(rules.offers()).extracting(Offer::says).containsExactly("Here is your stamp");
            assertThat(decided(rules).earned("stamps")).isEqualByComparingTo("2");
        }
    }

    private static Outcome decided(RuleSet rules) {
        return LoyaltyEngine.with(rules).decide(ANA, BREAKFAST);
    }

    /** Writes something else into the one place, with the checksum that belongs to it, as someone would who knows how. */
    private void tamper(UnaryOperator<Compilation> change) throws Exception {
        Path kept = files(directory).get(0);
        byte[] entry = Files.readAllBytes(kept);
        byte[] key = Arrays.copyOfRange(entry, 12, 44);
        Files.write(kept, Entry.write(change.apply(Entry.read(entry, key)), key));
    }

    private static Compilation with(Compilation made, List<RuleSummary> rules) {
        return new Compilation(rules, made.warnings(), made.classes());
    }

    private static Compilation with(Compilation made, UnaryOperator<RuleSummary> change) {
        return with(made, made.rules().stream().map(change).toList());
    }

    private static UnaryOperator<RuleSummary> says(String text) {
        return rule -> new RuleSummary(
                new Offer(rule.offer().name(), rule.offer().file(), rule.offer().line(), text),
                rule.facts(),
                rule.present(),
                rule.rewards(),
                rule.multiplying(),
                rule.firesOnNothing(),
                rule.then(),
                rule.thenAt());
    }

    private static byte[] flipped(byte[] good, int at) {
        byte[] bad = good.clone();
        bad[at] ^= 1;
        return bad;
    }

    private static List<Path> files(Path directory) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static Consumer<Map<String, byte[]>> each(String name, UnaryOperator<byte[]> change) {
        return classes -> classes.replaceAll((each, bytes) -> each.matches(name) ? change.apply(bytes) : bytes);
    }

    private static byte[] visited(byte[] bytes, Function<ClassVisitor, ClassVisitor> change) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(change.apply(writer), 0);
        return writer.toByteArray();
    }

    private static void sing(MethodVisitor code) {
        code.visitLdcInsn(CANARY);
        code.visitLdcInsn("ran");
        code.visitMethodInsn(
                INVOKESTATIC,
                "java/lang/System",
                "setProperty",
                "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;",
                false);
        code.visitInsn(POP);
    }

    /** Has a call in every method that no rule may have. */
    private static final class Calling extends ClassVisitor {

        Calling(ClassVisitor next) {
            super(ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitCode() {
                    super.visitCode();
                    sing(mv);
                }
            };
        }
    }

    /** Takes from the stack what is not on it, which the guard has no word against. */
    private static final class Popping extends ClassVisitor {

        Popping(ClassVisitor next) {
            super(ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return !name.equals("execute")
                    ? next
                    : new MethodVisitor(ASM9, next) {
                        @Override
                        public void visitCode() {
                            super.visitCode();
                            visitVarInsn(ASTORE, 0);
                        }
                    };
        }
    }
}
