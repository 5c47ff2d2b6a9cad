package org.regulars.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No published case is forgotten: each is shown by a test of this package, or it is said here where else it belongs.
 *
 * <p>What a test shows is read from the first column of its table, or from the front of its name.
 */
class CasesCoveredTest {

    /** Cases that no rule file can show, and why. */
    private static final Map<String, String> ELSEWHERE =
            Map.of("C21", "twenty threads and one balance are an affair of the store that keeps members");

    private static final Pattern NAMED = Pattern.compile("(?:p(\\d+)_(\\d+)|([bcd]\\d+))_.*");
    private static final Pattern ROW = Pattern.compile("\\s*(\\d+\\.\\d+|[BCD]\\d+)\\s*\\|.*");

    private static final Map<String, List<String>> SHOWN = shown();

    static Stream<Arguments> cases() {
        return published().stream()
                .map(number -> Arguments.of(
                        number,
                        String.join(
                                ", ", SHOWN.getOrDefault(number, List.of(ELSEWHERE.getOrDefault(number, "nowhere"))))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void every_case_is_shown(String number, String where) {
        assertThat(where).isNotEqualTo("nowhere");
    }

    @Test
    void every_number_on_a_test_is_that_of_a_case() {
        assertThat(published()).containsAll(SHOWN.keySet()).containsAll(ELSEWHERE.keySet());
        assertThat(SHOWN.keySet()).doesNotContainAnyElementsOf(ELSEWHERE.keySet());
    }

    /** The numbers of all cases, in order. */
    private static List<String> published() {
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put("2.", 12);
        parts.put("5.", 10);
        parts.put("9.", 8);
        parts.put("12.", 11);
        parts.put("13.", 6);
        parts.put("B", 20);
        parts.put("C", 24);
        parts.put("D", 9);
        return parts.entrySet().stream()
                .flatMap(part -> IntStream.rangeClosed(1, part.getValue()).mapToObj(number -> part.getKey() + number))
                .toList();
    }

    /** Which tests show a case. */
    private static Map<String, List<String>> shown() {
        Map<String, List<String>> shown = new TreeMap<>();
        for (Class<?> test : tests()) {
            for (Method method : test.getDeclaredMethods()) {
                for (String number : numbers(method)) {
                    shown.computeIfAbsent(number, any -> new ArrayList<>())
                            .add(test.getSimpleName() + "." + method.getName());
                }
            }
        }
        shown.values().forEach(where -> where.sort(null));
        return shown;
    }

    private static TreeSet<String> numbers(Method method) {
        TreeSet<String> numbers = new TreeSet<>();
        Matcher named = NAMED.matcher(method.getName());
        if (named.matches()) {
            numbers.add(
                    named.group(3) == null
                            ? named.group(1) + "." + named.group(2)
                            : named.group(3).toUpperCase(Locale.ROOT));
        }
        CsvSource table = method.getAnnotation(CsvSource.class);
        if (table != null) {
            Stream.concat(table.textBlock().lines(), Arrays.stream(table.value()))
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .forEach(row -> numbers.add(row.group(1)));
        }
        return numbers;
    }

    /** The test classes of this package. */
    private static List<Class<?>> tests() {
        Path folder = Path.of(URI.create(
                CasesCoveredTest.class.getResource("CasesCoveredTest.class").toString()));
        List<Class<?>> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolveSibling(""))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("Test.class")) {
                    tests.add(
                            Class.forName(CasesCoveredTest.class.getPackageName() + "." + name.replace(".class", "")));
                }
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return tests;
    }
}
