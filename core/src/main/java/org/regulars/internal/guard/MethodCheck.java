package org.regulars.internal.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.regulars.internal.guard.Allowed.Part;
import org.regulars.internal.guard.RuleBytecode.NotAllowed;

/** Every instruction of a generated method, and all that it names. */
final class MethodCheck extends MethodVisitor {

    /** More names than this no call of ours is given at once, nor {@code in ( … )} more values. */
    private static final int LONGEST_ARRAY = 1000;

    /** What a call with any number of names, and {@code in ( … )}, is given. */
    private static final Set<String> LISTS = Set.of("java/lang/String", "java/lang/Object");

    private static final String CONCAT = "java/lang/invoke/StringConcatFactory.makeConcatWithConstants";
    private static final String LAMBDA = "java/lang/invoke/LambdaMetafactory.metafactory";
    private static final String COMPILE =
            "java/util/regex/Pattern.compile(Ljava/lang/String;)Ljava/util/regex/Pattern;";

    private final Allowed allowed;
    private final Part part;
    private final String self;
    private final String method;
    private final Set<String> all;
    private final Set<Label> passed = new HashSet<>();

    /** The constant that the instruction before put on the stack, or null for another instruction. */
    private @Nullable Object constant;

    /**
     * A check of one method.
     *
     * @param part whose code it is
     * @param self the class it is in
     * @param method its name
     * @param all the classes that are checked together
     */
    MethodCheck(Allowed allowed, Part part, String self, String method, Set<String> all) {
        super(Opcodes.ASM9);
        this.allowed = allowed;
        this.part = part;
        this.self = self;
        this.method = method;
        this.all = all;
    }

    @Override
    public void visitInsn(int opcode) {
        boolean throwsHere = opcode == Opcodes.ATHROW && method.equals("getPropertyIndex");
        if (opcode == Opcodes.MONITORENTER
                || opcode == Opcodes.MONITOREXIT
                || (opcode == Opcodes.ATHROW && !throwsHere)) {
            throw new NotAllowed(opcode == Opcodes.ATHROW ? "throw" : "synchronized");
        }
        constant = opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5 ? opcode - Opcodes.ICONST_0 : null;
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode == Opcodes.NEWARRAY) {
            throw new NotAllowed("an array");
        }
        constant = operand;
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        if (opcode == Opcodes.RET) {
            throw new NotAllowed("a jump back");
        }
        constant = null;
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        constant = null;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        type(type);
        if (opcode == Opcodes.ANEWARRAY) {
            boolean isSmall = constant instanceof Integer length && length <= LONGEST_ARRAY;
            // Enum.values() makes one as long as another.
            boolean isOwn = type.equals(self) && part == Part.AROUND;
            boolean isList = part != Part.RULE || LISTS.contains(type);
            if (!isOwn && (!isSmall || !isList) && part != Part.MODEL) {
                throw new NotAllowed("an array");
            }
        }
        constant = null;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean writes = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        boolean isOwn = owner.equals(self) && (part != Part.RULE || name.startsWith("regexp_"));
        boolean isGiven = !writes && part == Part.MODEL && all.contains(owner);
        boolean ok = writes
                ? isOwn && (method.equals("<clinit>") || method.equals("<init>"))
                : isOwn || isGiven || allowed.member(part, owner + "." + name);
        if (!ok) {
            throw new NotAllowed(shown(owner) + "." + name);
        }
        constant = null;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        call(owner, name, descriptor);
        if (part == Part.AROUND && (owner + "." + name + descriptor).equals(COMPILE)) {
            String pattern = constant instanceof String text ? text : null;
            String why = pattern == null ? "a pattern that is worked out" : SafePattern.refusal(pattern);
            if (why != null) {
                throw new NotAllowed("'matches' with " + why);
            }
        }
        constant = null;
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        String factory = bootstrap.getOwner() + "." + bootstrap.getName();
        if (factory.equals(CONCAT)) {
            for (Object argument : arguments) {
                if (!(argument instanceof String)) {
                    throw new NotAllowed("a text put together of " + argument);
                }
            }
        } else if (factory.equals(LAMBDA) && part == Part.MODEL && arguments[1] instanceof Handle made) {
            call(made.getOwner(), made.getName(), made.getDesc());
        } else {
            throw new NotAllowed("a lambda");
        }
        constant = null;
    }

    @Override
    public void visitLdcInsn(Object value) {
        if (value instanceof Type type) {
            type(type.getSort() == Type.METHOD ? "" : type.getInternalName());
        } else if (value instanceof Handle || value instanceof ConstantDynamic) {
            throw new NotAllowed("a method handle");
        }
        constant = value;
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        throw new NotAllowed("an array");
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        throw new NotAllowed("try");
    }

    @Override
    public void visitLabel(Label label) {
        passed.add(label);
        constant = null;
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        if (opcode == Opcodes.JSR) {
            throw new NotAllowed("a jump back");
        }
        jump(label);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label defaultLabel, Label... labels) {
        jump(defaultLabel);
        List.of(labels).forEach(this::jump);
    }

    @Override
    public void visitLookupSwitchInsn(Label defaultLabel, int[] keys, Label[] labels) {
        jump(defaultLabel);
        List.of(labels).forEach(this::jump);
    }

    /** Only what a merchant wrote goes round, where the meter counts it. */
    private void jump(Label label) {
        if (part != Part.RULE && passed.contains(label)) {
            throw new NotAllowed("a loop");
        }
        constant = null;
    }

    private void call(String owner, String name, String descriptor) {
        boolean isOwn = part != Part.RULE && (owner.equals(self) || (part == Part.MODEL && all.contains(owner)));
        if (method.startsWith(ClassCheck.RULE_METHOD) && name.startsWith(ClassCheck.RULE_METHOD)) {
            throw new NotAllowed("a rule in a rule");
        }
        if (!isOwn && !allowed.member(part, owner + "." + name + descriptor)) {
            throw new NotAllowed(name.equals("<init>") ? "new " + shown(owner) : shown(owner) + "." + name + "()");
        }
    }

    private void type(String type) {
        if (!all.contains(type) && !allowed.type(type)) {
            throw new NotAllowed(shown(type));
        }
    }

    private static String shown(String type) {
        return type.replace('/', '.');
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        throw new NotAllowed("an annotation " + descriptor);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(int reference, TypePath path, String descriptor, boolean visible) {
        throw new NotAllowed("an annotation " + descriptor);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        throw new NotAllowed("an annotation " + descriptor);
    }

    @Override
    public void visitAttribute(Attribute attribute) {
        throw new NotAllowed("an attribute " + attribute.type);
    }
}
