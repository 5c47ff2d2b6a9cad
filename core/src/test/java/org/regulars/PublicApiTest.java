package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Public means promised: what is public is listed here, and shows neither Drools nor our insides. */
class PublicApiTest {

    private static final List<String> PROMISED = List.of(
            "Activity",
            "Bounds",
            "Correction",
            "Due",
            "Event",
            "EventRefusedException",
            "Granted",
            "Limited",
            "Line",
            "LineOutcome",
            "Lot",
            "LoyaltyEngine",
            "Member",
            "Offer",
            "Outcome",
            "Posting",
            "Progress",
            "Purchase",
            "Redemption",
            "Refused",
            "Return",
            "Reversal",
            "RuleDirectory",
            "RuleLoader",
            "RuleProblem",
            "RuleSet",
            "RuleSetException",
            "Tally",
            "Terms",
            "TierChange",
            "TimePassed",
            "decisions.Benefit",
            "decisions.Bonus",
            "decisions.Convert",
            "decisions.Cost",
            "decisions.Decision",
            "decisions.Discount",
            "decisions.Earn",
            "decisions.Extend",
            "decisions.Forfeit",
            "decisions.FreeItem",
            "decisions.FreeShipping",
            "decisions.Limit",
            "decisions.Multiply",
            "decisions.Overdraft",
            "decisions.PayWith",
            "decisions.Reward",
            "decisions.Upgrade",
            "facts.Activity",
            "facts.Balance",
            "facts.Day",
            "facts.Expired",
            "facts.Item",
            "facts.Member",
            "facts.Paid",
            "facts.PaidItem",
            "facts.Program",
            "facts.Purchase",
            "facts.Redemption",
            "facts.Tier",
            "program.Expiry",
            "program.Kind",
            "program.Tiers",
            "program.Zone",
            "testing.OutcomeAssert",
            "testing.RuleCoverage",
            "testing.Scenario");

    @Test
    void the_public_types_are_those_promised() {
        assertThat(publicTypes().stream()
                        .filter(type -> !type.isMemberClass())
                        .map(type -> type.getName().substring("org.regulars.".length()))
                        .sorted())
                .containsExactlyElementsOf(PROMISED);
    }

    @Test
    void no_public_signature_shows_the_rule_engine_or_our_insides() {
        List<String> shown = new ArrayList<>();
        for (Class<?> type : publicTypes()) {
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                    note(shown, type + "." + method.getName(), method.getGenericReturnType());
                    Arrays.stream(method.getGenericParameterTypes()).forEach(each -> note(shown, method + "", each));
                }
            }
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (Modifier.isPublic(constructor.getModifiers())) {
                    Arrays.stream(constructor.getGenericParameterTypes())
                            .forEach(each -> note(shown, constructor + "", each));
                }
            }
        }
        assertThat(shown).isEmpty();
    }

    @Test
    void every_package_says_what_can_be_null() {
        assertThat(publicTypes())
                .allSatisfy(type -> assertThat(type.getPackage().isAnnotationPresent(NullMarked.class))
                        .as(type.getPackageName())
                        .isTrue());
    }

    @Test
    void amounts_are_exact() {
        for (Class<?> type : publicTypes()) {
            for (Method method : type.getDeclaredMethods()) {
                assertThat(List.of(method.getReturnType(), (Object) Arrays.asList(method.getParameterTypes()))
                                .toString())
                        .as(method.toString())
                        .doesNotContain("double")
                        .doesNotContain("float");
            }
        }
    }

    private static void note(List<String> shown, String where, Type type) {
        String name = type.getTypeName();
        if (name.contains("org.kie.") || name.contains("org.drools.") || name.contains(".internal.")) {
            shown.add(where + " shows " + name);
        }
    }

    private static List<Class<?>> publicTypes() {
        Path classes = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(classes)) {
            List<Class<?>> types = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name =
                        classes.relativize(file).toString().replace('\\', '/').replace('/', '.');
                if (!name.contains(".internal.") && !name.endsWith("package-info.class")) {
                    Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
                    if (Modifier.isPublic(type.getModifiers())) {
                        types.add(type);
                    }
                }
            }
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
