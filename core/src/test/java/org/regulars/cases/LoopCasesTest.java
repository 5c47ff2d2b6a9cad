package org.regulars.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulars.EventRefusedException;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Purchase;
import org.regulars.RuleSet;
import org.regulars.RuleSetException;

/** Part C: a rule that never comes to an end. Such rules are in no rule file in house style, so they stand here. */
class LoopCasesTest {
}
