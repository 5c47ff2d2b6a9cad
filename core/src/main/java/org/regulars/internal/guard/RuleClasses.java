package org.regulars.internal.guard;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.regex.Pattern;
import org.drools.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The classes that rule files became. Only these are loaded, as they were checked and woven: nothing that a compiler may
 * have left elsewhere, and nothing that a name in a rule file points to.
 */
public final class RuleClasses extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final Pattern MODEL = Pattern.compile("org\\.regulars\\.offers\\.Rules[0-9A-F]{32}");

    private final Map<String, byte[]> classes;

    /** These classes, by their names, made from what is visible there. */
    public RuleClasses(Map<String, byte[]> classes, VisibleClasses visible) {
        super(visible);
        this.classes = Map.copyOf(classes);
    }

    /** What says which rules there are. */
    public Model model() {
        String name = classes.keySet().stream()
                .filter(each -> MODEL.matcher(each).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Drools made no rules of the files"));
        try {
            return (Model) loadClass(name).getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Drools reads the bytes of some classes to tell whether two of them do the same. */
    @Override
    public @Nullable InputStream getResourceAsStream(String resource) {
        String name = resource.replace(".class", "").replace('/', '.');
        byte[] bytes = classes.get(name);
        return bytes == null ? super.getResourceAsStream(resource) : new ByteArrayInputStream(bytes);
    }
}
