/**
 * What a rule can see: the nouns of the shop, as they stand between {@code when} and {@code then}.
 *
 * <p>The engine makes these facts anew for every event; an application never does. Which fact a rule
 * names says when the rule runs: {@link org.regulars.facts.Item} at the till, {@link
 * org.regulars.facts.PaidItem} when it is known what is paid, {@link org.regulars.facts.Balance} when
 * everything has been counted. Every name here can be used in a rule file without an import.
 */
@NullMarked
package org.regulars.facts;

import org.jspecify.annotations.NullMarked;
