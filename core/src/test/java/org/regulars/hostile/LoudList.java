package org.regulars.hostile;

import java.util.ArrayList;

/** A list that sings when one is made. */
public class LoudList extends ArrayList<Object> {

    private static final long serialVersionUID = 1L;

    /** Sings. */
    public LoudList() {
        Canary.sing("list");
    }
}
