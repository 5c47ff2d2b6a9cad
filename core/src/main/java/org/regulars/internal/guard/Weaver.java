package org.regulars.internal.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Weaves the meter, and the bounds on numbers and texts, into what a merchant wrote. */
final class Weaver extends ClassVisitor {

    private static final List<String> WORK = ClassCheck.work();

    private static final String METER = Type.getInternalName(Meter.class);
    private static final String NUMBERS = Type.getInternalName(BoundedNumbers.class);
    private static final String TEXTS = Type.getInternalName(BoundedTexts.class);

    private static final String DECIMAL = "java/math/BigDecimal";
    private static final String SAME_DECIMAL = "(L" + DECIMAL + ";)L" + DECIMAL + ";";
    private static final String SAME_TEXT = "(Ljava/lang/String;)Ljava/lang/String;";

    /** They neither work long on a long number nor make a longer one. */
    private static final Set<String> HARMLESS = Set.of("equals", "signum", "scale", "precision", "hashCode");

    private Weaver(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** The class with all that woven in. */
    static byte[] weave(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Weaver(writer), 0);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return WORK.contains(name) && (access & Opcodes.ACC_BRIDGE) == 0 ? new Work(next) : next;
    }

    private static final class Work extends MethodVisitor {

        private final Set<Label> passed = new HashSet<>();

        Work(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            tick();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (passed.contains(label)) {
                tick();
            }
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label defaultLabel, Label... labels) {
            tick();
            super.visitTableSwitchInsn(min, max, defaultLabel, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label defaultLabel, int[] keys, Label[] labels) {
            tick();
            super.visitLookupSwitchInsn(defaultLabel, keys, labels);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals(DECIMAL) && opcode == Opcodes.INVOKEVIRTUAL && !HARMLESS.contains(name)) {
                String bounded = name.equals("toString") ? "toPlainString" : name;
                invoke(NUMBERS, bounded, "(L" + DECIMAL + ";" + descriptor.substring(1));
                return;
            }
            if (owner.equals("java/util/regex/Pattern") && name.equals("matcher")) {
                invoke(TEXTS, "matcher", "(Ljava/util/regex/Pattern;" + descriptor.substring(1));
                return;
            }
            if (owner.equals("java/lang/String")
                    && name.equals("valueOf")
                    && descriptor.startsWith("(Ljava/lang/Object;")) {
                invoke(TEXTS, "of", descriptor);
                return;
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if ((owner.equals(DECIMAL) && name.equals("<init>")) || descriptor.endsWith(")L" + DECIMAL + ";")) {
                invoke(NUMBERS, "within", SAME_DECIMAL);
            } else if (descriptor.endsWith(")Ljava/lang/String;")) {
                invoke(TEXTS, "within", SAME_TEXT);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
            invoke(TEXTS, "within", SAME_TEXT);
        }

        private void tick() {
            invoke(METER, "tick", "()V");
        }

        private void invoke(String owner, String name, String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
        }
    }
}
