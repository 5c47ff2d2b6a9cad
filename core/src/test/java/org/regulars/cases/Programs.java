package org.regulars.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.regulars.Line;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** The five programs, what is bought in them, and receipts to try them with. */
enum Programs {
    VOUCHERS("points", List.of("food", "tobacco", "gift card", "fuel"), "supermarket-vouchers"),
    WAREHOUSE("coming reward", List.of("food", "fuel", "tax"), "warehouse-reward", "warehouse-reward-up-to-1250"),
    HOTEL("points", List.of("room"), "hotel-nights"),
    PUNCH_CARD("stamps", List.of("coffee", "cake"), "punch-card"),
    DRUGSTORE("points", List.of("soap", "cream"), "drugstore-points");

    /**
     * Something bought.
     *
     * @param what how far it stands in the list of what the program sells
     * @param quantity how many
     * @param cents what it costs in all, enough that no unit is for nothing
     */
    record Bought(int what, int quantity, int cents) {}

    private static final Pattern BETWEEN_RULES = Pattern.compile("(?m)^(?=rule \")");

    private static final Map<Programs, RuleSet> TURNED_AROUND = new ConcurrentHashMap<>();

    private final String kind;
    private final List<String> goods;
    private final String[] files;

    Programs(String kind, List<String> goods, String... files) {
        this.kind = kind;
        this.goods = goods;
        this.files = files;
    }

    /** Receipts of a few lines each. */
    static Arbitrary<List<List<Bought>>> receipts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(1_000, 30_000))
                .as(Bought::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** What is earned on what is bought. */
    String kind() {
        return kind;
    }

    /** A member of the program in their first year, who holds so much of what is earned. */
    Card card(int held) {
        return joined(Card.of(files), held);
    }

    /** The same by the same rules, the files and the rules in each the other way round. */
    Card turnedAround(int held) {
        return joined(Card.by(TURNED_AROUND.computeIfAbsent(this, any -> RuleSet.fromTexts(turned(files)))), held);
    }

    private Card joined(Card card, int held) {
        card.joined("2025-12-01").on("2026-03-02");
        if (this == WAREHOUSE) {
            card.inTier("Executive");
        }
        if (this == HOTEL) {
            card.inTier("Gold");
        }
        if (held > 0) {
            card.holding(String.valueOf(held), kind);
        }
        card.waits();
        return card;
    }

    /** A receipt of what was bought. */
    Purchase receipt(Card card, List<Bought> bought) {
        Purchase receipt = card.receipt().with("cardholder", "primary");
        for (Bought each : bought) {
            receipt = receipt.with(line(each));
        }
        return receipt;
    }

    /** A line of what was bought. */
    Line line(Bought bought) {
        String what = goods.get(bought.what() % goods.size());
        return Line.totalling(BigDecimal.valueOf(bought.quantity()), what, what, BigDecimal.valueOf(bought.cents(), 2))
                .with("room", BigDecimal.valueOf(bought.what() + 1L));
    }

    private static Map<String, String> turned(String[] files) {
        Map<String, String> turned = new LinkedHashMap<>();
        for (int i = files.length - 1; i >= 0; i--) {
            List<String> rules = new ArrayList<>(List.of(BETWEEN_RULES.split(text(files[i]))));
            Collections.reverse(rules);
            turned.put(files[i] + ".drl", String.join("\n", rules));
        }
        return turned;
    }

    private static String text(String file) {
        try (InputStream text = Programs.class.getResourceAsStream("/cases/" + file + ".drl")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
