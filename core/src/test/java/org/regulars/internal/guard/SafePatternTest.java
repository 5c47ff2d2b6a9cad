package org.regulars.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"[0-9]+", "A-\\d{3,5}", "(tea|coffee)", "(?i)latte.*", "x?y", "a(bc)*d", "[^x]+", "(?:ab)+"})
    void plain_patterns_may_be_matched(String pattern) {
        assertThat(SafePattern.refusal(pattern)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+",
                "(a*)*b",
                "(a|aa)+",
                "(a|b)*",
                "(?:x+y)+",
                "((a)+)+",
                "(x?)*",
                "(a)\\1",
                "(?=a)b",
                "(?<n>a)\\k<n>",
                "a{2}{3}",
                "a{99999}",
                "[a[bc]]",
                "a**",
                "(",
                ")",
                "a{1,",
                "\\Qa",
                "[a-z&&[^b]]+"
            })
    void patterns_that_may_try_every_way_and_what_is_none_are_refused(String pattern) {
        assertThat(SafePattern.refusal(pattern)).isNotNull();
    }
}
