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
 *
 * <p>They may be worked out when somebody asks for them: which line earned how much of what is on every receipt, and few ask.
 */
public final class AmountsByKind extends AbstractMap<String, BigDecimal> {

    private static final Source NOWHERE = place -> {
        throw new IllegalStateException("These amounts have no source");
    };

    private static final AmountsByKind NONE =
            new AmountsByKind(new Entries(new String[0], new BigDecimal[0]), NOWHERE, 0);

    private final Source source;
    private final int place;

    /** Null until it is asked for. Threads that ask at once come to the same, so it does not matter whose it is. */
    private @Nullable Entries worked;

    /** Where amounts come from that are worked out later. They must be the same each time. */
    public interface Source {
        /** The amounts of the so manyeth that has some. */
        AmountsByKind at(int place);
    }

    /** Kinds in order, and at the same place how much of each. */
    private static final class Entries {

        private final String[] kinds;
        private final BigDecimal[] amounts;

        Entries(String[] kinds, BigDecimal[] amounts) {
            this.kinds = kinds;
            this.amounts = amounts;
        }
    }

    private AmountsByKind(@Nullable Entries worked, Source source, int place) {
        this.worked = worked;
        this.source = source;
        this.place = place;
    }

    /** The amounts that a source has at a place, once somebody asks for them. */
    public static AmountsByKind from(Source source, int place) {
        return new AmountsByKind(null, source, place);
    }

    /** These amounts; itself if they are such a map already. */
    public static AmountsByKind of(Map<String, BigDecimal> amounts) {
        if (amounts instanceof AmountsByKind same) {
            return same;
        }
        TreeMap<String, BigDecimal> sorted = new TreeMap<>(amounts);
        sorted.replaceAll((kind, amount) -> Values.plain(amount));
        return there(sorted.keySet().toArray(new String[0]), sorted.values().toArray(new BigDecimal[0]));
    }

    /** These amounts, each by the kind at the same place; the kinds in order and no two alike. The arrays become its own. */
    public static AmountsByKind ofSorted(String[] kinds, BigDecimal[] amounts) {
        if (kinds.length == 0) {
            return NONE;
        }
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = Values.plain(amounts[i]);
        }
        return there(kinds, amounts);
    }

    private static AmountsByKind there(String[] kinds, BigDecimal[] amounts) {
        return new AmountsByKind(new Entries(kinds, amounts), NOWHERE, 0);
    }

    private Entries entries() {
        Entries entries = worked;
        if (entries == null) {
            entries = source.at(place).entries();
            worked = entries;
        }
        return entries;
    }

    @Override
    public int size() {
        return entries().kinds.length;
    }

    @Override
    public @Nullable BigDecimal get(@Nullable Object kind) {
        Entries all = entries();
        for (int i = 0; i < all.kinds.length; i++) {
            if (all.kinds[i].equals(kind)) {
                return all.amounts[i];
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
                return AmountsByKind.iterator(AmountsByKind.this.entries());
            }

            @Override
            public int size() {
                return entries().kinds.length;
            }
        };
    }

    private static Iterator<Map.Entry<String, BigDecimal>> iterator(Entries all) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < all.kinds.length;
            }

            @Override
            public Map.Entry<String, BigDecimal> next() {
                if (next == all.kinds.length) {
                    throw new NoSuchElementException();
                }
                Map.Entry<String, BigDecimal> entry = Map.entry(all.kinds[next], all.amounts[next]);
                next++;
                return entry;
            }
        };
    }
}
