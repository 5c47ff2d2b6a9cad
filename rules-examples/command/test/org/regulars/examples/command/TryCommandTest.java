package org.regulars.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.examples.command.Terminal.types;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Line;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.examples.command.Terminal.Said;
import tools.jackson.databind.json.JsonMapper;

/** {@code regulars try}: from a file that somebody wrote, or an application stored, to a receipt. */
class TryCommandTest {

    private static final Path CARD = Path.of("coffee-punch-card");
    private static final Path RULES = CARD.resolve("coffee-punch-card.drl");
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private Path files;

    @Test
    void the_receipt_of_the_example_is_the_one_in_its_readme() throws IOException {
        Said said = types("try", RULES, CARD.resolve("breakfast.json"));

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(Files.readString(CARD.resolve("README.md"))
                        .replace("coffee-punch-card/coffee-punch-card.drl", "coffee-punch-card.drl"))
                .contains(said.out());
    }

    @Test
    void a_member_is_saved_and_taken_up_again() {
        Path ana = files.resolve("ana.json");
        types("try", RULES, CARD.resolve("breakfast.json"), "--save", ana);

        Said said = types("try", RULES, CARD.resolve("gift-card.json"), "--member", ana, "--save", ana);

        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("member Ana", "costs 7 stamps, 0 at hand");
        assertThat(MAPPER.readValue(ana.toFile(), Member.class).recent()).hasSize(2);
    }

    @Test
    void what_is_left_out_is_filled_in() throws IOException {
        Path purchase = write("{ \"lines\": [ { \"name\": \"coffee\", \"price\": \"3.10\" }, ], } // that is all");

        Said said = types("try", RULES, purchase);

        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .contains("Purchase try-1, member somebody", "Monday 23 November 2026, 07:15 (UTC), in EUR")
                .contains("Earned: 1 stamp\n");
    }

    @Test
    void all_that_a_purchase_and_a_member_can_have_can_be_written() throws IOException {
        Path purchase = write("""
                {
                    "id": "till-7", "at": "2026-06-01T08:00", "currency": "NOK", "shipping": 49,
                    "member": {
                        "id": "Bo", "joined": "2024-02-29", "holding": { "stamps": 6.5, "points": "12" },
                        "tiers": [ "Gold" ], "attributes": { "home store": "Oslo", "children": 2, "vip": true }
                    },
                    "lines": [
                        { "number": 3, "quantity": 0.482, "name": "beans", "category": "coffee", "amount": 96.40 },
                        { "quantity": 2, "name": "cup", "price": 50, "currency": "NOK", "attributes": { "colour": "red" } }
                    ],
                    "wishes": [ "breakfast", { "reward": "points", "amount": 150 } ],
                    "attributes": { "channel": "app" }
                }
                """);

        PurchaseFile.Visit visit = new PurchaseFile(ZoneId.of("Europe/Oslo"), Instant.EPOCH).read(purchase, null);

        assertThat(visit.purchase())
                .isEqualTo(Purchase.of("till-7", Instant.parse("2026-06-01T06:00:00Z"), "NOK")
                        .with(Line.totalling(new BigDecimal("0.482"), "beans", "coffee", new BigDecimal("96.4"))
                                .numbered(3))
                        .with(Line.of(2, "cup", "cup", "50").in("NOK").with("colour", "red"))
                        .shipping("49")
                        .redeeming("breakfast")
                        .redeeming(150, "points")
                        .with("channel", "app"));
        assertThat(visit.member())
                .isEqualTo(Member.of("Bo", Instant.parse("2024-02-29T11:00:00Z"))
                        .holding(new BigDecimal("6.5"), "stamps")
                        .holding(12, "points")
                        .inTier("Gold")
                        .with("home store", "Oslo")
                        .with("children", "2")
                        .with("vip", "true"));
    }

    @Test
    void a_purchase_as_an_application_stores_it_comes_through_as_it_is() throws IOException {
        Purchase stored = Purchase.of("till-7", Instant.parse("2026-06-01T06:00:00.123Z"), "EUR")
                .with(2, "latte", "coffee", "4.80")
                .with(Line.of(1, "cup", "goods", "9").with("colour", "red"))
                .redeeming("breakfast")
                .with("channel", "app");
        Path purchase = write(MAPPER.writeValueAsString(stored));

        assertThat(new PurchaseFile(ZoneOffset.UTC, Instant.EPOCH)
                        .read(purchase, null)
                        .purchase())
                .isEqualTo(stored);
    }

    @Test
    void the_outcome_can_be_had_as_json() {
        Said said = types("try", RULES, CARD.resolve("breakfast.json"), "--json");

        Outcome outcome = MAPPER.readValue(said.out(), Outcome.class);
        assertThat(outcome.earned("stamps")).isEqualByComparingTo("1");
        assertThat(said.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{}` | `:1: 'lines' is missing. Maybe \"lines\": [`",
                "`[]` | `:1: A purchase is written in braces`",
                "`{\n\"line\": []}` | `:2: A purchase has no 'line'. Maybe one of lines, member,`",
                "`{\"lines\": [\n{\"name\": \"tea\"}]}` | `:2: 'price' is missing. Maybe \"price\": 4.80 for one`",
                "`{\"lines\": [{\"name\": \"tea\", \"price\": 1, \"amount\": 1}]}` | `:1: a line has either the price`",
                "`{\"lines\": [{\"name\": \"tea\",\n \"price\": \"2,50\"}]}` | `:2: 'price' is \"2,50\", which is no number. Maybe 2.50?`",
                "`{\"lines\": [{\"name\": 7, \"price\": 1}]}` | `:1: 'name' is a text in quotes`",
                "`{\"lines\": {}}` | `:1: 'lines' is a list in brackets`",
                "`{\"lines\": [],\n\"at\": \"yesterday\"}` | `:2: 'at' is \"yesterday\", which is no time. Maybe`",
                "`{\"lines\": [],\n\"at\": \"2026-02-30T10:00\"}` | `:2: 'at' is`",
                "`{\"lines\": [],\n\"attributes\": []}` | `:2: 'attributes' is written in braces`",
                "`{\"lines\": []` | `:1: ends before what was begun has`",
                "`{\"lines\": []} }` | `:1: `",
                "`{\n'lines': []}` | `:2: is no JSON here`",
                "`{\"lines\": [],\n\"lines\": []}` | `:2: is no JSON here: Duplicate`",
                "`{\"lines\": [],\n\"member\": {\"lots\": 7}}` | `:2: is no member as they are stored`",
            })
    void what_is_wrong_with_a_purchase_is_said_with_its_line(String text, String expected) throws IOException {
        Path purchase = write(text);

        assertThatThrownBy(() -> new PurchaseFile(ZoneOffset.UTC, Instant.EPOCH).read(purchase, null))
                .isInstanceOf(FileProblem.class)
                .hasMessageStartingWith("purchase.json" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"lines\": [{\"name\": \"tea\", \"pirce\": 1}]}` | `purchase.json:1: A line has no 'pirce'`",
                "`{\"lines\": [{\"name\": \"tea\", \"price\": -1}]}` | `amount is below zero: -1`",
            })
    void a_purchase_that_cannot_be_is_refused_in_one_sentence(String text, String expected) throws IOException {
        Said said = types("try", RULES, write(text));

        assertThat(said.err()).contains(expected).hasLineCount(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void wrong_rules_are_told_as_check_tells_them() throws IOException {
        Path rules = Files.writeString(files.resolve("bad.drl"), "rule");

        Said said = types("try", rules, CARD.resolve("breakfast.json"));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).isEqualTo(types("check", rules).out());
    }

    @Test
    void files_that_are_not_there_are_no_use_of_the_command() {
        assertThat(types("try", RULES).code()).isEqualTo(2);
        assertThat(types("try", RULES, files.resolve("none.json")).err())
                .startsWith("There is no file " + files.resolve("none.json"));
        assertThat(types("try", RULES, CARD.resolve("breakfast.json"), "--member", files.resolve("none.json"))
                        .code())
                .isEqualTo(2);
        Said unsaved = types("try", RULES, CARD.resolve("breakfast.json"), "--save", files.resolve("none/ana.json"));
        assertThat(unsaved.code()).isEqualTo(1);
        assertThat(unsaved.err()).contains("cannot be written");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(files.resolve("purchase.json"), text);
    }
}
