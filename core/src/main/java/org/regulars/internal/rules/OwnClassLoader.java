package org.regulars.internal.rules;

import java.util.function.Supplier;

/**
 * Runs what needs to find Drools by the thread's context class loader, which in a plug-in or a pool may
 * see neither Drools nor us.
 */
final class OwnClassLoader {

    private OwnClassLoader() {}

    static <T> T during(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader theirs = thread.getContextClassLoader();
        thread.setContextClassLoader(OwnClassLoader.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(theirs);
        }
    }
}
