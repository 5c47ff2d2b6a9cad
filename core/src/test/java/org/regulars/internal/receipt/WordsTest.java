package org.regulars.internal.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Granted;
import org.regulars.Limited;
import org.regulars.Offer;
import org.regulars.decisions.Limit;

class WordsTest {

    private static final Offer RULE = new Offer("A rule", "rules.drl", 3, "A rule");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            YEAR            | 2026-01-01 | 10 of 20: at most 1250 reward a year, 1240 before since 1 January 2026
            MEMBERSHIP_YEAR | 2026-05-14 | 10 of 20: at most 1250 reward a membership year, 1240 before since 14 May 2026
            DAY             | 2026-05-14 | 10 of 20: at most 1250 reward a day, 1240 before since 14 May 2026
            """)
    void a_limit_over_a_time_says_how_much_was_earned_before(Limit.Per per, String from, String words) {
        assertThat(Words.of(new Limited(
                        RULE,
                        "reward",
                        "",
                        per,
                        from,
                        new BigDecimal("1250.00"),
                        new BigDecimal(1240),
                        new BigDecimal(20),
                        BigDecimal.TEN)))
                .isEqualTo(words);
    }

    @Test
    void a_limit_on_one_purchase_says_so() {
        assertThat(Words.of(new Limited(
                        RULE,
                        "points",
                        "",
                        Limit.Per.PURCHASE,
                        "",
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        new BigDecimal(20),
                        BigDecimal.TEN)))
                .isEqualTo("10 of 20: at most 10 points a purchase");
    }

    @Test
    void points_used_as_money_say_at_what_rate() {
        assertThat(Words.of(
                        granted(
                                Granted.Sort.PAID_WITH,
                                new Granted.Basis(new BigDecimal("0.01"), null, new BigDecimal(500))),
                        "5.00"))
                .isEqualTo("500 points at 0.01 = 5.00 off");
        assertThat(Words.of(granted(Granted.Sort.PAID_WITH, null), "5.00")).isEqualTo("500 points = 5.00 off");
    }

    @Test
    void what_is_lent_is_said_as_what_can_be_spent_beyond_what_is_held() {
        assertThat(Words.of(granted(Granted.Sort.OVERDRAFT, null), ""))
                .isEqualTo("up to 500 points more than were held");
    }

    private static Granted granted(Granted.Sort sort, Granted.Basis basis) {
        return new Granted(
                RULE, sort, new BigDecimal(500), "points", List.of(), new BigDecimal(5), basis, null, null, "");
    }
}
