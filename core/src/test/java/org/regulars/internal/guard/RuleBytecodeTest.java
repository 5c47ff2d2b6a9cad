package org.regulars.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.ACC_NATIVE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNCHRONIZED;
import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INSTANCEOF;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.MONITORENTER;
import static org.objectweb.asm.Opcodes.MONITOREXIT;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.NEWARRAY;
import static org.objectweb.asm.Opcodes.NOP;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.T_LONG;
import static org.objectweb.asm.Opcodes.V17;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.regulars.internal.reading.Vocabulary;

/** The check of bytecode stops by itself what no rule may do, whatever text it came from: here from none at all. */
class RuleBytecodeTest {

    private static final String HASH = "0123456789ABCDEF0123456789ABCDEF";
    private static final String RULE = "org/regulars/offers/P00/LambdaConsequence" + HASH;
    private static final String MODEL = "org/regulars/offers/Rules" + HASH;
    private static final String ENUM = "java/lang/Enum";
    private static final String RUN = "(Ljava/lang/Object;)V";
    private static final Handle EXIT = new Handle(H_INVOKESTATIC, "java/lang/System", "exit", "(I)V", false);

    private final RuleBytecode check = new RuleBytecode(new Vocabulary(Map.of(), Map.of()));

    @Test
    void a_class_that_does_nothing_is_let_through() {
        assertThat(refusal(RULE, rule(code -> {}))).isNull();
        assertThat(refusal(MODEL, shape(MODEL, "java/lang/Object", type -> {}))).isNull();
    }

    static Stream<Arguments> classes() {
        return Stream.of(
                Arguments.of("a class made from java/lang/Thread", shape(RULE, "java/lang/Thread", type -> {})),
                Arguments.of(
                        "a class that is a java/lang/Runnable", shape(RULE, ENUM, type -> {}, "java/lang/Runnable")),
                Arguments.of("a field kept", with(type -> type.visitField(ACC_STATIC, "kept", "I", null, null))),
                Arguments.of(
                        "an annotation",
                        with(type -> type.visitField(ACC_STATIC, "INSTANCE", "I", null, null)
                                .visitAnnotation("Ljava/lang/Deprecated;", true))),
                Arguments.of("a method main", with(type -> method(type, ACC_STATIC, "main", code -> {}))),
                Arguments.of(
                        "a method execute", with(type -> type.visitMethod(ACC_NATIVE, "execute", RUN, null, null))),
                Arguments.of("a method execute", with(type -> method(type, ACC_SYNCHRONIZED, "execute", code -> {}))),
                Arguments.of("System.exit()", with(type -> method(type, ACC_STATIC, "<clinit>", "()V", EXITS))),
                Arguments.of("System.exit()", with(type -> method(type, 0, "<init>", "()V", EXITS))),
                Arguments.of(
                        "an annotation java.lang.FunctionalInterface",
                        with(type -> type.visitAnnotation("Ljava/lang/FunctionalInterface;", true))),
                Arguments.of(
                        "an annotation",
                        with(type -> type.visitTypeAnnotation(0, null, "Ljava/lang/Deprecated;", true))),
                Arguments.of("an attribute Own", with(type -> type.visitAttribute(new OwnAttribute()))),
                Arguments.of("a record", with(type -> type.visitRecordComponent("x", "I", null))),
                Arguments.of("a sealed class", with(type -> type.visitPermittedSubclass("x/Y"))),
                Arguments.of("a class inside java/lang/String", with(type -> type.visitNestHost("java/lang/String"))),
                Arguments.of("a class inside java/lang/String", with(type -> type.visitNestMember("java/lang/String"))),
                Arguments.of(
                        "a class inside java/lang/String",
                        with(type -> type.visitOuterClass("java/lang/String", null, null))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("classes")
    void a_class_of_another_shape_is_refused(String what, byte[] bytes) {
        assertThat(refusal(RULE, bytes)).contains(what);
    }

    static Stream<Arguments> instructions() {
        return Stream.of(
                code("System.exit()", EXITS),
                code(
                        "new java.io.File",
                        code -> code.visitMethodInsn(INVOKESPECIAL, "java/io/File", "<init>", "()V", false)),
                code("java.io.File", code -> code.visitTypeInsn(NEW, "java/io/File")),
                code(
                        "java.lang.Object.getClass()",
                        code -> code.visitMethodInsn(
                                INVOKEVIRTUAL, "java/lang/Object", "getClass", "()Ljava/lang/Class;", false)),
                code(
                        "java.lang.System.out",
                        code -> code.visitFieldInsn(GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;")),
                code("INSTANCE", code -> code.visitFieldInsn(GETSTATIC, RULE, "INSTANCE", "I")),
                code("regexp_", code -> code.visitFieldInsn(PUTSTATIC, RULE, "regexp_" + HASH, "I")),
                code("java.lang.Runtime", code -> code.visitTypeInsn(CHECKCAST, "java/lang/Runtime")),
                code("java.lang.Runtime", code -> code.visitTypeInsn(INSTANCEOF, "java/lang/Runtime")),
                code("java.lang.Runtime", code -> code.visitLdcInsn(Type.getObjectType("java/lang/Runtime"))),
                code("a method handle", code -> code.visitLdcInsn(EXIT)),
                code("a method handle", code -> code.visitLdcInsn(new ConstantDynamic("x", "I", EXIT))),
                code("a lambda", code -> code.visitInvokeDynamicInsn("run", "()Ljava/lang/Runnable;", EXIT)),
                code(
                        "a text put together of",
                        code -> code.visitInvokeDynamicInsn(
                                "makeConcatWithConstants",
                                "()Ljava/lang/String;",
                                new Handle(
                                        H_INVOKESTATIC,
                                        "java/lang/invoke/StringConcatFactory",
                                        "makeConcatWithConstants",
                                        "()V",
                                        false),
                                "\u0002",
                                EXIT)),
                code("try", code -> {
                    Label begin = new Label();
                    Label end = new Label();
                    code.visitTryCatchBlock(begin, end, end, "java/lang/Throwable");
                    code.visitLabel(begin);
                    code.visitInsn(NOP);
                    code.visitLabel(end);
                }),
                code("throw", code -> code.visitInsn(ATHROW)),
                code("synchronized", code -> code.visitInsn(MONITORENTER)),
                code("synchronized", code -> code.visitInsn(MONITOREXIT)),
                code("an array", code -> code.visitIntInsn(NEWARRAY, T_LONG)),
                code("an array", code -> code.visitMultiANewArrayInsn("[[I", 2)),
                code("an array", code -> {
                    code.visitLdcInsn(1_000_000);
                    code.visitTypeInsn(ANEWARRAY, "java/lang/String");
                }),
                code("an array", code -> {
                    code.visitVarInsn(ILOAD, 1);
                    code.visitTypeInsn(ANEWARRAY, "java/lang/String");
                }),
                code("an annotation", code -> code.visitAnnotation("Ljava/lang/Deprecated;", true)),
                code("an annotation", code -> code.visitParameterAnnotation(0, "Ljava/lang/Deprecated;", true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("instructions")
    void an_instruction_that_no_rule_needs_is_refused(String what, Consumer<MethodVisitor> instructions) {
        assertThat(refusal(RULE, rule(instructions))).contains(what);
    }

    @Test
    void around_a_rule_nothing_goes_round_and_patterns_are_plain() {
        byte[] loop = with(type -> method(type, ACC_STATIC, "<clinit>", "()V", code -> {
            Label begin = new Label();
            code.visitLabel(begin);
            code.visitJumpInsn(GOTO, begin);
        }));
        byte[] pattern = with(type -> method(type, ACC_STATIC, "<clinit>", "()V", code -> {
            code.visitLdcInsn("(a+)+b");
            code.visitMethodInsn(
                    INVOKESTATIC,
                    "java/util/regex/Pattern",
                    "compile",
                    "(Ljava/lang/String;)Ljava/util/regex/Pattern;",
                    false);
        }));

        assertThat(refusal(RULE, loop)).contains("a loop");
        assertThat(refusal(RULE, pattern)).contains("'matches' with a repetition of what repeats");
    }

    @Test
    void what_says_which_rules_there_are_calls_nothing_else_either() {
        byte[] model = shape(MODEL, "java/lang/Object", type -> method(type, ACC_PUBLIC, "getRules", "()V", EXITS));
        byte[] lambda = shape(
                MODEL,
                "java/lang/Object",
                type -> method(
                        type,
                        ACC_PUBLIC,
                        "getRules",
                        "()V",
                        code -> code.visitInvokeDynamicInsn(
                                "run",
                                "()Ljava/lang/Runnable;",
                                new Handle(
                                        H_INVOKESTATIC,
                                        "java/lang/invoke/LambdaMetafactory",
                                        "metafactory",
                                        "()V",
                                        false),
                                Type.getMethodType("()V"),
                                EXIT,
                                Type.getMethodType("()V"))));

        assertThat(refusal(MODEL, model)).contains("System.exit()");
        assertThat(refusal(MODEL, lambda)).contains("System.exit()");
    }

    @Test
    void names_of_rules_may_hold_any_letter_but_their_methods_only_make_rules() {
        String name = "rule_Café_32日本語-$€";
        byte[] made = shape(
                MODEL, "java/lang/Object", type -> method(type, 0, name, "()Lorg/drools/model/Rule;", code -> {}));
        byte[] other = shape(MODEL, "java/lang/Object", type -> method(type, 0, name, "()V", code -> {}));

        assertThat(refusal(MODEL, made)).isNull();
        assertThat(refusal(MODEL, other)).contains("a method rule_Café");
    }

    @Test
    void the_class_with_the_methods_of_rules_has_no_code_of_its_own() {
        String methods = MODEL + "RuleMethods0";
        byte[] added =
                shape(methods, "java/lang/Object", type -> method(type, ACC_STATIC, "<clinit>", "()V", code -> {}));

        assertThat(refusal(methods, added)).contains("a method <clinit>");
    }

    @Test
    void from_a_thousand_rules_on_they_are_parted_into_classes_that_supply_them() {
        for (String name : new String[] {MODEL, MODEL + "Rules0"}) {
            byte[] part = shape(
                    name,
                    "java/lang/Object",
                    type -> method(type, ACC_PUBLIC, "getRulesList", "()Ljava/util/List;", code -> {}),
                    "org/drools/model/RulesSupplier");

            assertThat(refusal(name, part)).isNull();
        }
        byte[] added = shape(
                MODEL + "Rules0",
                "java/lang/Object",
                type -> method(type, ACC_STATIC, "<clinit>", "()V", code -> {}),
                "org/drools/model/RulesSupplier");

        assertThat(refusal(MODEL + "Rules0", added)).contains("a method <clinit>");
    }

    @Test
    void a_class_of_another_name_and_what_is_no_class_are_refused() {
        assertThat(refusal("org/regulars/RuleSet", rule(code -> {}))).contains("a class of its own");
        assertThat(refusal(MODEL, rule(code -> {}))).contains("a class under another name");
        assertThat(refusal(RULE, new byte[] {1, 2, 3})).contains("what cannot be read as a class");
    }

    private static final Consumer<MethodVisitor> EXITS =
            code -> code.visitMethodInsn(INVOKESTATIC, "java/lang/System", "exit", "(I)V", false);

    private static final class OwnAttribute extends Attribute {
        OwnAttribute() {
            super("Own");
        }

        @Override
        protected ByteVector write(ClassWriter type, byte[] code, int length, int stack, int locals) {
            return new ByteVector();
        }
    }

    private @Nullable String refusal(String name, byte[] bytes) {
        return check.refusal(name, bytes, Map.of(name, bytes));
    }

    private static Arguments code(String what, Consumer<MethodVisitor> instructions) {
        return Arguments.of(what, instructions);
    }

    private static byte[] rule(Consumer<MethodVisitor> instructions) {
        return with(type -> method(type, ACC_PUBLIC, "execute", instructions));
    }

    private static byte[] with(Consumer<ClassWriter> inside) {
        return shape(RULE, ENUM, inside);
    }

    private static byte[] shape(String name, String made, Consumer<ClassWriter> inside, String... interfaces) {
        ClassWriter type = new ClassWriter(0);
        type.visit(V17, ACC_PUBLIC, name, null, made, interfaces);
        inside.accept(type);
        type.visitEnd();
        return type.toByteArray();
    }

    private static void method(ClassWriter type, int access, String name, Consumer<MethodVisitor> instructions) {
        method(type, access, name, RUN, instructions);
    }

    private static void method(
            ClassWriter type, int access, String name, String descriptor, Consumer<MethodVisitor> instructions) {
        MethodVisitor code = type.visitMethod(access, name, descriptor, null, null);
        code.visitCode();
        instructions.accept(code);
        code.visitInsn(RETURN);
        code.visitMaxs(9, 9);
        code.visitEnd();
    }
}
