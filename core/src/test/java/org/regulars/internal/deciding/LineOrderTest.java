package org.regulars.internal.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.regulars.Line;

/** Lines in order without dividing are in the order of their prices. */
class LineOrderTest {

    private static final Comparator<Line> BY_PRICE = Comparator.comparing(
                    (Line line) -> line.amount().divide(line.quantity(), 12, RoundingMode.HALF_UP))
            .thenComparing(Line::quantity)
            .thenComparing(Line::number);

    @Provide
    Arbitrary<Line> lines() {
        Arbitrary<BigDecimal> quantities = Combinators.combine(
                        Arbitraries.longs().between(1, 2_000_000),
                        Arbitraries.integers().between(0, 5))
                .as(BigDecimal::valueOf);
        Arbitrary<BigDecimal> amounts = Combinators.combine(
                        Arbitraries.longs().between(0, 9_999_999_999L),
                        Arbitraries.integers().between(0, 4))
                .as(BigDecimal::valueOf);
        return Combinators.combine(quantities, amounts)
                .as((quantity, amount) -> new Line(0, "thing", "goods", quantity, amount, "", Map.of()));
    }

    @Property(tries = 500)
    void the_cheapest_unit_is_first(@ForAll List<@net.jqwik.api.From("lines") Line> some) {
        List<Line> listed = new ArrayList<>();
        for (Line line : some) {
            listed.add(line.numbered(listed.size() + 1));
            // The same price for more of it, and nearly the same.
            listed.add(line.costing(
                            line.quantity().add(line.quantity()), line.amount().add(line.amount()))
                    .numbered(listed.size() + 1));
            listed.add(line.costing(line.quantity(), line.amount().add(new BigDecimal("0.0001")))
                    .numbered(listed.size() + 1));
        }

        LineOrder order = new LineOrder(listed);

        List<Line> inOrder = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            inOrder.add(order.at(i));
            assertThat(order.place(order.at(i).number())).isEqualTo(i);
        }
        assertThat(inOrder).isEqualTo(listed.stream().sorted(BY_PRICE).toList());
    }
}
