package org.regulars.examples.foodmart.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * The sales of the FoodMart data set, gathered into baskets.
 *
 * <p>The data come from the Maven artefact {@code net.hydromatic:foodmart-data-hsqldb}, whose jar must be on the class
 * path. All three tables of sales are read: {@code sales_fact_1997}, {@code sales_fact_1998}, which ends with November,
 * and {@code sales_fact_dec_1998}. They have no day in common.
 *
 * <p>The same script always gives the same baskets in the same order.
 */
public final class FoodMart {

    /** Where the artefact keeps its data on the class path. */
    public static final String SCRIPT = "/foodmart.script";

    private static final Set<String> SALES = Set.of("sales_fact_1997", "sales_fact_1998", "sales_fact_dec_1998");
    private static final Set<String> CATALOGUE = Set.of("product", "product_class", "store", "customer", "time_by_day");

    private final Catalogue catalogue;
    private final List<Basket> baskets;

    private FoodMart(Catalogue catalogue, List<Basket> baskets) {
        this.catalogue = catalogue;
        this.baskets = baskets;
    }

    /**
     * Reads the script from the class path.
     *
     * @throws FoodMartException if the script is missing or cannot be understood
     */
    public static FoodMart read() {
        // HSQLDB writes any character beyond ASCII as an escape, so a byte is always a character.
        try (InputStream script = FoodMart.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new FoodMartException(
                        SCRIPT + " is not on the class path; it comes with net.hydromatic:foodmart-data-hsqldb");
            }
            return read(new InputStreamReader(script, StandardCharsets.ISO_8859_1), SCRIPT);
        } catch (IOException e) {
            throw new FoodMartException("Cannot close " + SCRIPT, e);
        }
    }

    /**
     * Reads a script from anywhere, for instance a few lines written for a test. The reader is left open.
     *
     * @param script the text of the script
     * @param name what to call the script in errors
     * @throws FoodMartException if the script cannot be understood
     */
    public static FoodMart read(Reader script, String name) {
        Catalogue catalogue = new Catalogue(name);
        // The script has the sales first, so they wait here for what they refer to.
        List<Sale> sales = new ArrayList<>();
        Set<String> wanted = new HashSet<>(SALES);
        wanted.addAll(CATALOGUE);
        new ScriptReader(name, wanted).read(new BufferedReader(script), row -> {
            if (SALES.contains(row.table())) {
                sales.add(Sale.of(row));
            } else {
                catalogue.add(row);
            }
        });
        catalogue.complete();
        return new FoodMart(catalogue, new BasketBuilder(catalogue).baskets(sales));
    }

    /**
     * All baskets, in the order of their date, then customer id, then store id. The lines of a basket stand in the
     * order of the script.
     */
    public List<Basket> baskets() {
        return baskets;
    }

    /** All products by id, sold or not. */
    public SortedMap<Integer, Product> products() {
        return catalogue.products().rows();
    }

    /** All stores by id, the headquarters included. */
    public SortedMap<Integer, Store> stores() {
        return catalogue.stores().rows();
    }

    /** All customers by id, including those who never bought anything. */
    public SortedMap<Integer, Customer> customers() {
        return catalogue.customers().rows();
    }
}
