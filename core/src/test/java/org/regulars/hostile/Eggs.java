package org.regulars.hostile;

/**
 * Classes that sing when they are initialised. That happens once in the life of a JVM, so every rule file that tries it has one
 * of its own.
 */
public final class Eggs {

    private Eggs() {}

    private static int hatch(String name) {
        Canary.sing("hatched " + name);
        return 0;
    }

    /** Reached by an import. */
    public static class InImport {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InImport");
    }

    /** Reached by an accumulate function. */
    public static class InAccumulate {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InAccumulate");
    }

    /** Reached by a global. */
    public static class InGlobal {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InGlobal");
    }

    /** Reached by an annotation. */
    public static class InAnnotation {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InAnnotation");
    }

    /** Reached by a condition. */
    public static class InWhen {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InWhen");
    }

    /** Reached by a pattern. */
    public static class InPattern {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InPattern");
    }

    /** Reached by a cast in a condition. */
    public static class InCast {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InCast");

        /** A field to read. */
        public int loud = HATCHED;
    }

    /** Reached by a comparison of classes in a condition. */
    public static class InInstanceof {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InInstanceof");
    }

    /** Reached by a name in a condition. */
    public static class ByName {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("ByName");
    }

    /** Reached by a name given to the class of a text. */
    public static class ByClass {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("ByClass");
    }

    /** Reached by a decision. */
    public static class InThen {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InThen");
    }

    /** Reached by a class literal. */
    public static class InLiteral {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InLiteral");
    }

    /** Reached by a comparison of classes in a decision. */
    public static class InTest {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InTest");
    }

    /** Reached by a cast in a decision. */
    public static class InThenCast {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InThenCast");
    }

    /** Reached by an array. */
    public static class InArray {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InArray");
    }

    /** Reached by the name of a bundle. */
    public static class InBundle {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("InBundle");
    }

    /** Reached by a name in a decision. */
    public static class ForName {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("ForName");
    }

    /** Reached by a name and a loader. */
    public static class ForNameWithLoader {
        /** Sings as it is worked out. */
        public static final int HATCHED = hatch("ForNameWithLoader");
    }
}
