package org.regulars.internal.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Which rule a generated class belongs to, as the class says that lists the rules; only for messages. */
final class RulesOfClasses {

    private final Map<String, Set<String>> rules = new HashMap<>();

    /** Reads such a class. */
    void read(byte[] bytes) {
        try {
            new ClassReader(bytes).accept(new Methods(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (RuntimeException e) {
            // What cannot be read is refused anyway, only without its rule's name.
            rules.clear();
        }
    }

    /** The name of the rule that a class belongs to, the first of several; empty if it is not known. */
    String of(String type) {
        Set<String> names = rules.getOrDefault(type, Set.of());
        return names.isEmpty() ? "" : names.iterator().next();
    }

    private final class Methods extends ClassVisitor {

        Methods() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new OneRule();
        }
    }

    /** Drools says the package, the rule's name, and calls {@code rule}; then it names the classes. */
    private final class OneRule extends MethodVisitor {

        private String text = "";
        private String rule = "";

        OneRule() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitLdcInsn(Object value) {
            text = value instanceof String string ? string : text;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (name.equals("rule") && rule.isEmpty()) {
                rule = text;
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (RuleBytecode.isRule(owner) && !rule.isEmpty()) {
                rules.computeIfAbsent(owner, type -> new TreeSet<>()).add(rule);
            }
        }
    }
}
