package org.regulars;

import java.io.Serializable;

/**
 * A rule, as the shop sees it: the offer it makes.
 *
 * @param name the rule's name, unique in its rule set: {@code Seven stamps: the eighth coffee is free}
 * @param file the rule file it stands in
 * @param line the line of that file where the rule begins, from 1
 * @param says what the customer is told, from {@code @says( "…" )}; the name where there is none
 */
public record Offer(String name, String file, int line, String says) implements Serializable {

    @Override
    public String toString() {
        return '"' + name + "\" (" + file + ':' + line + ')';
    }
}
