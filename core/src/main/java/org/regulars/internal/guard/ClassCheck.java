package org.regulars.internal.guard;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.regulars.internal.guard.RuleBytecode.NotAllowed;

/** The shape that a generated class has: what it is, and which fields and methods are in it. */
final class ClassCheck extends ClassVisitor {

    private static final Set<String> WORK = Set.of("execute", "apply", "test");

    private static final Set<String> AROUND =
            Set.of("<init>", "<clinit>", "values", "valueOf", "getExpressionHash", "predicateInformation");

    /** Any letters a name can have in a class file: rules and facts are called as people like. */
    private static final String NAME = "[^.;\\[/<>]+";

    private static final Pattern RULE_FIELDS =
            Pattern.compile("INSTANCE|EXPRESSION_HASH|ENUM\\$VALUES|regexp_[0-9A-F]{32}");

    private static final Pattern MODEL_FIELDS =
            Pattern.compile("DATE_TIME_FORMATTER|rules|globals|typeMetaDatas|" + NAME + "_Metadata_INSTANCE");

    private static final Pattern MODEL_METHODS =
            Pattern.compile("<init>|<clinit>|rule_" + NAME + "|getName|getEntryPoints"
                    + "|getGlobals|getQueries|getRules|getRulesList|getTypeMetaDatas|getDomainClass|getPropertiesSize"
                    + "|getPropertyIndex");

    /** How the methods that make rules begin, and what they are. */
    static final String RULE_METHOD = "rule_";

    private static final String MAKES_A_RULE = "()Lorg/drools/model/Rule;";

    private static final Pattern RULES = Pattern.compile(".*/Rules[0-9A-F]{32}Rule(Method)?s\\d+");

    private static final String MATERIALIZED = "Lorg/drools/compiler/kie/builder/MaterializedLambda;";

    private static final int UNUSUAL = Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED;

    private final Allowed allowed;
    private final Set<String> all;
    private final boolean isRule;
    private String self = "";

    /**
     * A check of one class.
     *
     * @param all the internal names of all classes that are checked together
     * @param isRule whether it holds what a merchant wrote
     */
    ClassCheck(Allowed allowed, Set<String> all, boolean isRule) {
        super(Opcodes.ASM9);
        this.allowed = allowed;
        this.all = all;
        this.isRule = isRule;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        self = name;
        if (!(isRule ? "java/lang/Enum" : "java/lang/Object").equals(superName)) {
            throw new NotAllowed("a class made from " + superName);
        }
        for (String type : interfaces == null ? new String[0] : interfaces) {
            if (!allowed.member(Allowed.Part.MODEL, type + ".implemented")) {
                throw new NotAllowed("a class that is a " + type);
            }
        }
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        if (!(isRule ? RULE_FIELDS : MODEL_FIELDS).matcher(name).matches()) {
            throw new NotAllowed("a field " + name);
        }
        return new FieldCheck();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        boolean isWork = isRule && WORK.contains(name);
        boolean isKnown = isRule
                ? isWork || AROUND.contains(name)
                : MODEL_METHODS.matcher(name).matches();
        if (!isKnown || (access & UNUSUAL) != 0 || isAddedToRules(name, descriptor)) {
            throw new NotAllowed("a method " + name);
        }
        boolean isBridge = (access & Opcodes.ACC_BRIDGE) != 0;
        Allowed.Part part = isWork && !isBridge ? Allowed.Part.RULE : isRule ? Allowed.Part.AROUND : Allowed.Part.MODEL;
        return new MethodCheck(allowed, part, self, name, all);
    }

    /** The class with the methods that make the rules has those and nothing else, not even code of its own when it is loaded. */
    private boolean isAddedToRules(String name, String descriptor) {
        return name.startsWith(RULE_METHOD)
                ? !descriptor.equals(MAKES_A_RULE)
                : name.equals("<clinit>") && RULES.matcher(self).matches();
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        if (!descriptor.equals(MATERIALIZED)) {
            throw new NotAllowed("an annotation " + Type.getType(descriptor).getClassName());
        }
        return null;
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(int reference, TypePath path, String descriptor, boolean visible) {
        throw new NotAllowed("an annotation " + descriptor);
    }

    @Override
    public void visitAttribute(Attribute attribute) {
        throw new NotAllowed("an attribute " + attribute.type);
    }

    @Override
    public ModuleVisitor visitModule(String name, int access, @Nullable String version) {
        throw new NotAllowed("a module");
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
        throw new NotAllowed("a record");
    }

    @Override
    public void visitPermittedSubclass(String type) {
        throw new NotAllowed("a sealed class");
    }

    @Override
    public void visitNestHost(String host) {
        inside(host);
    }

    @Override
    public void visitNestMember(String member) {
        inside(member);
    }

    @Override
    public void visitOuterClass(String owner, @Nullable String name, @Nullable String descriptor) {
        inside(owner);
    }

    private void inside(String type) {
        if (!all.contains(type)) {
            throw new NotAllowed("a class inside " + type);
        }
    }

    /** A field has no annotations and nothing else to it. */
    private static final class FieldCheck extends FieldVisitor {

        FieldCheck() {
            super(Opcodes.ASM9);
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
        public void visitAttribute(Attribute attribute) {
            throw new NotAllowed("an attribute " + attribute.type);
        }
    }

    /** The names of the methods that hold what a merchant wrote. */
    static List<String> work() {
        return WORK.stream().sorted().toList();
    }
}
