package org.regulars.examples.foodmart.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A script of three sales, whole and broken. */
class FoodMartTest {

    private static final String SCRIPT = """
            SET DATABASE DEFAULT TABLE TYPE MEMORY
            CREATE MEMORY TABLE "foodmart"."sales_fact_1997"("product_id" INTEGER NOT NULL,"time_id" INTEGER NOT NULL,"customer_id" INTEGER NOT NULL,"promotion_id" INTEGER NOT NULL,"store_id" INTEGER NOT NULL,"store_sales" DECIMAL(10,4) NOT NULL,"store_cost" DECIMAL(10,4) NOT NULL,"unit_sales" DECIMAL(10,4) NOT NULL)
            CREATE MEMORY TABLE "foodmart"."sales_fact_1998"("product_id" INTEGER NOT NULL,"time_id" INTEGER NOT NULL,"customer_id" INTEGER NOT NULL,"promotion_id" INTEGER NOT NULL,"store_id" INTEGER NOT NULL,"store_sales" DECIMAL(10,4) NOT NULL,"store_cost" DECIMAL(10,4) NOT NULL,"unit_sales" DECIMAL(10,4) NOT NULL)
            CREATE MEMORY TABLE "foodmart"."sales_fact_dec_1998"("product_id" INTEGER NOT NULL)
            CREATE MEMORY TABLE "foodmart"."product"("product_class_id" INTEGER NOT NULL,"product_id" INTEGER NOT NULL,"brand_name" VARCHAR(60),"product_name" VARCHAR(60) NOT NULL)
            CREATE MEMORY TABLE "foodmart"."product_class"("product_class_id" INTEGER NOT NULL,"product_subcategory" VARCHAR(30),"product_category" VARCHAR(30),"product_department" VARCHAR(30),"product_family" VARCHAR(30))
            CREATE MEMORY TABLE "foodmart"."store"("store_id" INTEGER NOT NULL,"store_type" VARCHAR(30),"store_name" VARCHAR(30),"store_city" VARCHAR(30),"store_state" VARCHAR(30),"store_country" VARCHAR(30))
            CREATE MEMORY TABLE "foodmart"."customer"("customer_id" INTEGER NOT NULL,"lname" VARCHAR(30) NOT NULL,"fname" VARCHAR(30) NOT NULL,"country" VARCHAR(30) NOT NULL,"birthdate" DATE NOT NULL,"date_accnt_opened" DATE NOT NULL)
            CREATE MEMORY TABLE "foodmart"."time_by_day"("time_id" INTEGER NOT NULL,"the_date" TIMESTAMP)
            INSERT INTO "sales_fact_1997" VALUES(11,702,7,0,2,1.5000,0.5100,2.0000)
            INSERT INTO "sales_fact_1997" VALUES(11,701,7,0,2,0.7500,0.2550,1.0000)
            INSERT INTO "sales_fact_1998" VALUES(11,702,7,0,2,2.2500,0.7650,3.0000)
            INSERT INTO "region" VALUES(1,'not wanted')
            INSERT INTO "product" VALUES(5,11,'Best','Best Rye, 10" (dark)')
            INSERT INTO "product_class" VALUES(5,'Sliced Bread','Bread','Baked Goods','Food')
            INSERT INTO "store" VALUES(2,'Supermarket','Store 2','Bellingham','WA','USA')
            INSERT INTO "customer" VALUES(7,'O''Brien','Zo\\u00eb','USA','1961-08-26','1991-09-10')
            INSERT INTO "time_by_day" VALUES(701,'1997-12-31 00:00:00.000000000')
            INSERT INTO "time_by_day" VALUES(702,'1998-01-01 00:00:00.000000000')
            """;

    @Test
    void salesOfOneCustomerDayAndStoreAreOneBasketInTheOrderOfTheirDays() {
        List<Basket> baskets = read(SCRIPT).baskets();

        assertThat(baskets)
                .extracting(Basket::date)
                .containsExactly(LocalDate.of(1997, 12, 31), LocalDate.of(1998, 1, 1));
        assertThat(baskets.get(1).lines())
                .extracting(BasketLine::units)
                .containsExactly(new BigDecimal("2.0000"), new BigDecimal("3.0000"));
        assertThat(baskets.get(1).total()).isEqualByComparingTo("3.75");
    }

    @Test
    void whatASaleRefersToIsFoundAlthoughItComesLaterInTheScript() {
        Basket basket = read(SCRIPT).baskets().get(0);

        assertThat(basket.lines().get(0).product())
                .isEqualTo(new Product(
                        11, "Best Rye, 10\" (dark)", "Best", "Food", "Baked Goods", "Bread", "Sliced Bread"));
        assertThat(basket.store()).isEqualTo(new Store(2, "Store 2", "Supermarket", "Bellingham", "WA", "USA"));
        assertThat(basket.customer().fullName()).isEqualTo("Zoë O'Brien");
        assertThat(basket.customer().accountOpened()).isEqualTo("1991-09-10");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    1.5000,0.5100       | 1.5x00,0.5100     | tiny, line 10, table sales_fact_1997, column store_sales: 1.5x00 is not a number
                    (11,701             | (1.1,701          | tiny, line 11, table sales_fact_1997, column product_id: 1.1 is not a whole number
                    (11,701             | (12,701           | tiny, line 11: there is no product 12
                    (11,701             | (11,703           | tiny, line 11: there is no day 703
                    3.0000)             | 3.0000            | tiny, line 12: not a list of values: the value at character 65 does not end
                    ,3.0000)            | )                 | tiny, line 12: 7 values for the 8 columns of the table sales_fact_1998
                    VALUES(5,11         | VALUES(6,11       | tiny, line 14: there is no product class 6
                    'Store 2'           | NULL              | tiny, line 16, table store, column store_name: NULL is not a text
                    1961-08-26          | 1961-02-30        | tiny, line 17, table customer, column birthdate: '1961-02-30' is not a date
                    01 00:00:00         | 01 12:00:00       | tiny, line 19, table time_by_day, column the_date: '1998-01-01 12:00:00.000000000' is not a date
                    VALUES(702          | VALUES(701        | tiny, line 19: the day 701 comes twice
                    ."store"            | ."shop"           | tiny, line 16: a row of the table store, which is not defined yet
                    ."sales_fact_dec    | ."sales_fact_nov  | tiny does not define the tables [sales_fact_dec_1998]
                    """)
    void whatCannotBeUnderstoodIsNamedWithItsLine(String good, String bad, String message) {
        assertThat(SCRIPT).contains(good);

        assertThatThrownBy(() -> read(SCRIPT.replace(good, bad)))
                .isInstanceOf(FoodMartException.class)
                .hasMessage(message);
    }

    private static FoodMart read(String script) {
        return FoodMart.read(new StringReader(script), "tiny");
    }
}
