package org.regulars.examples.tpcds.data;

import io.trino.tpcds.column.Column;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;

/** A row of the generator: texts, some of them blank. */
final class Row {

    private final List<String> values;

    Row(List<String> values) {
        this.values = values;
    }

    boolean has(Column column) {
        return values.get(column.getPosition()) != null;
    }

    String text(Column column) {
        return values.get(column.getPosition());
    }

    OptionalLong number(Column column) {
        return has(column) ? OptionalLong.of(Long.parseLong(text(column))) : OptionalLong.empty();
    }

    /** An amount of money, in whole cents. */
    OptionalLong cents(Column column) {
        return has(column)
                ? OptionalLong.of(new BigDecimal(text(column)).movePointRight(2).longValueExact())
                : OptionalLong.empty();
    }

    /** How many times one amount is in another, if both are there and it is a whole number of times. */
    OptionalLong times(Column total, Column each) {
        return quotient(cents(total), cents(each));
    }

    /** The first divided by the second, if both are there and nothing is left over. */
    static OptionalLong quotient(OptionalLong total, OptionalLong each) {
        boolean divides = total.isPresent()
                && each.isPresent()
                && each.getAsLong() != 0
                && total.getAsLong() % each.getAsLong() == 0;
        return divides ? OptionalLong.of(total.getAsLong() / each.getAsLong()) : OptionalLong.empty();
    }
}
