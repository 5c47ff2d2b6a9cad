package org.regulars.internal.values;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Amounts in their plain form by kind, in the order of the kinds; cannot be changed. For two or three kinds, as a line of every
 * outcome has them, a third of the size of a tree.
 */
public final class AmountsByKind extends AbstractMap<String, BigDecimal> {

    private static final AmountsByKind NONE = new AmountsByKind(new String[0], new BigDecimal[0]);

    private final String[] kinds;
    private final BigDecimal[] amounts;

    private AmountsByKind(String[] kinds, BigDecimal[] amounts) {
        this.kinds = kinds;
        this.amounts = amounts;
    }

    /** These amounts; itself if they are such a map already. */
    public static AmountsByKind of(Map<String, BigDecimal> amounts) {
        if (amounts instanceof AmountsByKind same) {
            return same;
        }
        TreeMap<String, BigDecimal> sorted = new TreeMap<>(amounts);
        sorted.replaceAll((kind, amount) -> Values.plain(amount));
        return new AmountsByKind(
                sorted.keySet().toArray(new String[0]), sorted.values().toArray(new BigDecimal[0]));
    }

    /** These amounts, each by the kind at the same place; the kinds in order and no two alike. The arrays become its own. */
    public static AmountsByKind ofSorted(String[] kinds, BigDecimal[] amounts) {
        if (kinds.length == 0) {
            return NONE;
        }
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = Values.plain(amounts[i]);
        }
        return new AmountsByKind(kinds, amounts);
    }

    @Override
    public int size() {
        return kinds.length;
    }

    @Override
    public @Nullable BigDecimal get(@Nullable Object kind) {
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i].equals(kind)) {
                return amounts[i];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object kind) {
        return get(kind) != null;
    }

    @Override
    public Set<Map.Entry<String, BigDecimal>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, BigDecimal>> iterator() {
                return entries();
            }

            @Override
            public int size() {
                return kinds.length;
            }
        };
    }

    private Iterator<Map.Entry<String, BigDecimal>> entries() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < kinds.length;
            }

            @Override
            public Map.Entry<String, BigDecimal> next() {
                if (next == kinds.length) {
                    throw new NoSuchElementException();
                }
                Map.Entry<String, BigDecimal> entry = Map.entry(kinds[next], amounts[next]);
                next++;
                return entry;
            }
        };
    }
}
