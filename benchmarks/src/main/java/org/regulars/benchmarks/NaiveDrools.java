package org.regulars.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.regulars.benchmarks.Workload.Goods;
import org.regulars.benchmarks.Workload.Holder;
import org.regulars.benchmarks.Workload.Shopping;

/**
 * Drools as its documentation teaches it: one rule base with its defaults, a session for every purchase,
 * the application's objects as facts, salience where one rule must come before another, and a global for
 * the result.
 */
public final class NaiveDrools implements AutoCloseable {

    private static final String RULES = "naive-supermarket-card.drl";

    private final KieContainer container;
    private final KieBase base;

    NaiveDrools() {
        KieServices services = KieServices.Factory.get();
        ReleaseId release = services.newReleaseId("org.regulars", "naive-supermarket-card", "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/org/regulars/benchmarks/" + RULES, text());
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("The rules for plain Drools do not compile: " + errors);
        }
        this.container = services.newKieContainer(release);
        this.base = container.getKieBase();
    }

    Answer decide(Shopping shopping) {
        Result result = new Result();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("result", result);
            session.insert(shopping);
            session.insert(shopping.holder());
            for (Goods goods : shopping.goods()) {
                session.insert(new BasketLine(goods));
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return result.answer();
    }

    @Override
    public void close() {
        container.dispose();
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(NaiveDrools.class.getResourceAsStream(RULES))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fact: a line of the receipt, of which a rule may make one unit free. */
    public static final class BasketLine {

        private final Goods goods;
        private long paidUnits;
        private BigDecimal paid;

        BasketLine(Goods goods) {
            this.goods = goods;
            this.paidUnits = goods.units();
            this.paid = goods.amount();
        }

        /** Its place on the receipt. */
        public int getLine() {
            return goods.line();
        }

        /** What sort of thing it is. */
        public String getCategory() {
            return goods.category();
        }

        /** What one unit costs. */
        public BigDecimal getPrice() {
            return goods.price();
        }

        /** How many units were brought to the till. */
        public long getUnits() {
            return goods.units();
        }

        /** How many units are paid for. */
        public long getPaidUnits() {
            return paidUnits;
        }

        /** What is paid. */
        public BigDecimal getPaid() {
            return paid;
        }

        /** So many units are paid for. */
        public void setPaidUnits(long units) {
            this.paidUnits = units;
        }

        /** So much is paid. */
        public void setPaid(BigDecimal amount) {
            this.paid = amount;
        }
    }

    /**
     * A fact: drinks that would earn triple at the weekend.
     *
     * @param line the drinks
     * @param extra how many points more that is
     */
    public record TripleDrinks(BasketLine line, BigDecimal extra) {

        /** Two points more for every unit of money. */
        public TripleDrinks(BasketLine line) {
            this(line, line.getPaid().multiply(BigDecimal.valueOf(2)));
        }
    }

    /** A fact: the 20 points for a big shop at the weekend, if no other offer is better. */
    public record BigShop() {}

    /**
     * A fact: what has been collected, this purchase included.
     *
     * @param amount in whole units
     */
    public record Collected(long amount) {}

    /** What the rules decide, for one purchase. */
    public static final class Result {

        private final Map<Integer, BigDecimal> pointsOfLine = new HashMap<>();
        private final Map<Integer, BigDecimal> factorOfLine = new HashMap<>();
        private BigDecimal factor = BigDecimal.ONE;
        private long bonus;
        private long collected;
        private long stamps;
        private int freeLine;
        private String upgrade = "";

        /** One unit of the line is free, for ten stamps. */
        public void free(BasketLine line) {
            freeLine = line.getLine();
        }

        /** The line earns a point for every unit of money. */
        public void earn(BasketLine line) {
            pointsOfLine.put(line.getLine(), line.getPaid());
        }

        /** The line's points are multiplied. */
        public void multiply(BasketLine line, long by) {
            factorOfLine.merge(line.getLine(), BigDecimal.valueOf(by), BigDecimal::multiply);
        }

        /** All points are multiplied. */
        public void multiply(String by) {
            factor = factor.multiply(new BigDecimal(by));
        }

        /** So many points extra, which nothing multiplies. */
        public void bonus(long points) {
            bonus += points;
        }

        /** The line earns a stamp for every unit. */
        public void stamp(BasketLine line) {
            stamps += line.getPaidUnits();
        }

        /** So much counts towards a tier; says what the member has collected then. */
        public Collected collect(Holder holder, BigDecimal amount) {
            collected = amount.setScale(0, RoundingMode.DOWN).longValueExact();
            return new Collected(holder.collected() + collected);
        }

        /** The member comes to this tier. */
        public void upgrade(String tier) {
            upgrade = tier;
        }

        Answer answer() {
            BigDecimal points = BigDecimal.ZERO;
            for (Map.Entry<Integer, BigDecimal> line : pointsOfLine.entrySet()) {
                points = points.add(line.getValue().multiply(factorOfLine.getOrDefault(line.getKey(), BigDecimal.ONE)));
            }
            return new Answer(
                    points.multiply(factor).setScale(0, RoundingMode.DOWN).longValueExact() + bonus,
                    collected,
                    stamps,
                    freeLine == 0 ? 0 : 10,
                    freeLine,
                    upgrade);
        }
    }
}
