package org.regulars.hostile;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Sings when it is shown, compared, hashed or read. */
public final class LoudWhenShown implements Serializable, Comparable<LoudWhenShown> {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        Canary.sing("shown");
        return "points";
    }

    @Override
    public int hashCode() {
        Canary.sing("hashed");
        return 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        Canary.sing("compared");
        return this == other;
    }

    @Override
    public int compareTo(LoudWhenShown other) {
        Canary.sing("ordered");
        return 0;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        Canary.sing("read");
    }
}
