package org.regulars.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

class CreditsTest {

    private static final Member ANA = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));
    private static final Purchase SATURDAY = Purchase.of("1", Instant.parse("2026-01-03T12:00:00Z"), "USD");

    private static RuleSet rules;

    @BeforeAll
    static void load() {
        rules = RuleSet.fromClasspath(FoodMartReplay.RULES);
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    @Test
    void eachRuleIsCreditedWithWhatItAddsToTheRulesAboveIt() {
        Purchase basket = SATURDAY.with(1, "apples", "Produce", "8.00")
                .with(1, "wine", "Alcoholic Beverages", "12.00")
                .with(1, "soap", "Household", "0.50");

        Outcome outcome = LoyaltyEngine.with(rules).decide(ANA.inTier("Gold"), basket);

        assertThat(plain(Credits.of(outcome, "points").byRule()))
                .containsOnly(
                        entry("One point for every unit of money", "20.5"), // 8 + 12 + 0.5
                        entry("Fresh food earns double", "8"), // 8 more
                        entry("Weekend: drinks earn triple", "24"), // 24 more
                        entry("Gold earns 1.25 times the points", "13.125")); // of 16 + 36 + 0.5
        assertThat(outcome.earned("points")).isEqualByComparingTo("65");
        assertThat(Credits.of(outcome, "points").rounding()).isEqualByComparingTo("-0.625");
    }

    @Test
    void aFlatBonusIsCreditedAsItIs() {
        Outcome outcome = LoyaltyEngine.with(rules).decide(ANA, SATURDAY.with(1, "pan", "Household", "50.90"));

        assertThat(plain(Credits.of(outcome, "points").byRule()))
                .containsOnly(
                        entry("One point for every unit of money", "50.9"),
                        entry("Weekend: 20 points extra from 50", "20"));
        assertThat(Credits.of(outcome, "points").rounding()).isEqualByComparingTo("-0.9");
    }

    @Test
    void aKindThatWasNotEarnedHasNoCredits() {
        Outcome outcome = LoyaltyEngine.with(rules).decide(ANA, SATURDAY.with(1, "pan", "Household", "50.90"));

        assertThat(Credits.of(outcome, "bakery stamps")).isEqualTo(new Credits(Map.of(), BigDecimal.ZERO));
    }

    private static Map<String, String> plain(Map<String, BigDecimal> credits) {
        return credits.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        credit -> credit.getValue().stripTrailingZeros().toPlainString()));
    }
}
