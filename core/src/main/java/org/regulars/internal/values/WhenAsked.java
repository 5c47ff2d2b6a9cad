package org.regulars.internal.values;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list that is worked out when it is first asked for. What works it out must be pure: two threads that ask at once
 * may both do it, and find the same.
 */
public final class WhenAsked<T> extends AbstractList<T> {

    private final Object basis;
    private volatile @Nullable Supplier<List<T>> source;
    private volatile @Nullable List<T> found;

    /**
     * A list that this source tells.
     *
     * @param basis what it is worked out from; what is worked out from equal things is equal, and need not be for that
     */
    public WhenAsked(Object basis, Supplier<List<T>> source) {
        this.basis = basis;
        this.source = source;
    }

    /** A copy that nobody can change; of a list that is not worked out yet, itself. */
    public static <T> List<T> keep(List<T> list) {
        return list instanceof WhenAsked<T> ? list : List.copyOf(list);
    }

    @Override
    public T get(int index) {
        return all().get(index);
    }

    @Override
    public int size() {
        return all().size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return (other instanceof WhenAsked<?> alike && basis.equals(alike.basis)) || super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    private List<T> all() {
        List<T> all = found;
        if (all != null) {
            return all;
        }
        Supplier<List<T>> from = source;
        // Found before the source is let go, so that who sees no source sees what was found.
        all = from == null ? found : List.copyOf(from.get());
        found = all;
        source = null;
        return all == null ? List.of() : all;
    }
}
