package org.regulars.hostile;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** An annotation that no rule should find. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Loudly {
    /** Anything. */
    String value();
}
