package org.regulars.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What has a short way here comes to the same as the long one. */
class ValuesTest {

    private static final long YEAR_1 = -62_135_596_800L;
    private static final long YEAR_10000 = 253_402_300_800L;

    @Property(tries = 500)
    void a_plain_amount_is_the_stripped_one(@ForAll long digits, @ForAll @IntRange(min = -30, max = 30) int scale) {
        BigDecimal amount = BigDecimal.valueOf(digits, scale);

        BigDecimal plain = Values.plain(amount);

        assertThat(plain).isEqualByComparingTo(amount);
        assertThat(plain.scale())
                .isEqualTo(Math.max(0, amount.stripTrailingZeros().scale()));
    }

    @Property(tries = 200)
    void an_amount_too_long_for_a_long_is_stripped_too(@ForAll @IntRange(min = 0, max = 40) int zeros) {
        BigDecimal amount = new BigDecimal(BigInteger.TEN.pow(40).add(BigInteger.TEN.pow(zeros)), 40);

        assertThat(Values.plain(amount)).isEqualByComparingTo(amount);
        assertThat(Values.plain(amount).scale()).isEqualTo(Math.max(0, 40 - zeros));
    }

    @Property(tries = 500)
    void digits_without_their_point_are_the_unscaled_value(
            @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L) long digits,
            @ForAll @IntRange(min = 0, max = 18) int scale) {
        BigDecimal amount = BigDecimal.valueOf(digits, scale);

        assertThat(Values.isShort(amount)).isTrue();
        assertThat(Values.unscaled(amount)).isEqualTo(digits);
    }

    @Property(tries = 500)
    void a_time_is_written_and_read_as_the_platform_does(
            @ForAll @LongRange(min = YEAR_1, max = YEAR_10000) long second,
            @ForAll @IntRange(min = 0, max = 2) int nanos) {
        Instant time = Instant.ofEpochSecond(second, nanos);

        assertThat(Values.text(time)).isEqualTo(time.toString());
        assertThat(Values.moment(time.toString())).isEqualTo(time);
    }

    @Property(tries = 500)
    void times_compare_as_the_moments_they_mean(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long one,
            @ForAll @LongRange(min = -2, max = 2) long further,
            @ForAll @IntRange(min = 0, max = 1) int nanos) {
        Instant first = Instant.ofEpochSecond(one);
        Instant second = Instant.ofEpochSecond(one + further, nanos);

        assertThat(Integer.signum(Values.compareTimes(first.toString(), second.toString())))
                .isEqualTo(Integer.signum(first.compareTo(second)));
    }

    @Property(tries = 300)
    void a_date_is_read_as_the_platform_does(@ForAll @IntRange(min = -800_000, max = 3_000_000) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);

        assertThat(Values.date(date.toString())).isEqualTo(date);
    }

    @Example
    void a_day_that_no_month_has_is_none() {
        assertThatThrownBy(() -> Values.date("2026-02-29")).isInstanceOf(DateTimeParseException.class);
        assertThatThrownBy(() -> Values.moment("2026-04-31T00:00:00Z")).isInstanceOf(DateTimeParseException.class);
        assertThatThrownBy(() -> Values.moment("2026-04-30T24:00:01Z")).isInstanceOf(DateTimeParseException.class);
        assertThatThrownBy(() -> Values.date("2026-0a-01")).isInstanceOf(DateTimeParseException.class);
    }

    @Property(tries = 200)
    void amounts_by_kind_are_what_a_sorted_map_is(@ForAll Map<String, Integer> numbers) {
        Map<String, BigDecimal> sorted = new TreeMap<>();
        numbers.forEach((kind, number) -> sorted.put(kind, BigDecimal.valueOf(number)));

        AmountsByKind amounts = AmountsByKind.of(sorted);

        assertThat(amounts).isEqualTo(sorted).hasSameHashCodeAs(sorted).hasToString(sorted.toString());
        assertThat(amounts.keySet()).containsExactlyElementsOf(sorted.keySet());
        sorted.forEach((kind, amount) -> assertThat(amounts.get(kind)).isEqualTo(amount));
        assertThat(amounts.get("no such kind")).isNull();
        assertThat(AmountsByKind.of(amounts)).isSameAs(amounts);
    }

    @Example
    void amounts_by_kind_cannot_be_changed() {
        AmountsByKind amounts = AmountsByKind.of(Map.of("points", BigDecimal.ONE));

        assertThatThrownBy(() -> amounts.put("points", BigDecimal.TEN))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> amounts.remove("points")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(amounts::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Example
    void amounts_by_kind_are_worked_out_when_somebody_asks() {
        List<Integer> asked = new ArrayList<>();
        AmountsByKind.Source source = place -> {
            asked.add(place);
            return AmountsByKind.of(Map.of("points", BigDecimal.valueOf(place)));
        };

        AmountsByKind amounts = AmountsByKind.from(source, 7);

        assertThat(AmountsByKind.of(amounts)).isSameAs(amounts);
        assertThat(asked).isEmpty();
        assertThat(amounts).isEqualTo(Map.of("points", BigDecimal.valueOf(7))).hasSize(1);
        assertThat(asked).containsExactly(7);
    }

    @Property(tries = 200)
    void texts_are_what_a_sorted_map_is(@ForAll Map<String, String> attributes) {
        Map<String, String> texts = Values.texts(attributes);
        TreeMap<String, String> sorted = new TreeMap<>(attributes);

        assertThat(texts).isEqualTo(sorted).hasSameHashCodeAs(sorted).hasToString(sorted.toString());
        assertThat(texts.keySet()).containsExactlyElementsOf(sorted.keySet());
        sorted.forEach((name, text) -> assertThat(texts.get(name)).isEqualTo(text));
        assertThat(texts.get("no such name")).isNull();
        assertThat(Values.texts(texts)).isSameAs(texts);
        assertThatThrownBy(() -> texts.put("name", "text")).isInstanceOf(UnsupportedOperationException.class);
    }
}
