package org.regulars.internal.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.regulars.RuleSet;
import org.regulars.Terms;

/** The document around the sentences: what is in it, how it is escaped, and that it is always the same. */
class DocumentTest {

    private static final String RULES = """
            // The <b>shop</b> & its *card*
            //
            // # One _point_ for every 1.00,
            // and 2 at weekends.

            rule "Tea | cake <i> & *rum* `x` _y_ a_b [z]: 5 off"
            when
                Redemption( reward == "a|b <c>" )
            then
                insert( Discount.amount( 5 ).costing( 10, "points" ) );
            end

            rule "1. point"
            when
                Paid( amount * amount > 5 || text( "<|>" ) == "`" )
            then
                insert( Earn.of( 1, "points" ) );
            end
            """;

    @Test
    void names_and_promises_are_escaped_in_markdown() {
        String markdown =
                terms(Map.of("a.drl", RULES.replace("text(", "purchase.text("))).markdown();

        assertThat(markdown)
                .startsWith(
                        "# The \\<b>shop\\</b> \\& its \\*card\\*\n\n\\# One \\_point\\_ for every 1.00, and 2 at weekends.\n")
                .contains(
                        "| a\\|b \\<c> | 10 points | **Tea \\| cake \\<i> \\& \\*rum\\* \\`x\\` \\_y\\_ a_b \\[z\\]: 5 off.**")
                .contains("``Paid( amount * amount > 5 || purchase.text( \"<|>\" ) == \"`\" )``");
    }

    @Test
    void names_and_promises_are_escaped_in_html() {
        String html =
                terms(Map.of("a.drl", RULES.replace("text(", "purchase.text("))).html();

        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n")
                .endsWith("</body>\n</html>\n")
                .contains("<h1>The &lt;b&gt;shop&lt;/b&gt; &amp; its *card*</h1>")
                .contains("<strong>Tea | cake &lt;i&gt; &amp; *rum* `x` _y_ a_b [z]: 5 off.</strong>")
                .contains(
                        "<code>Paid( amount * amount &gt; 5 || purchase.text( &quot;&lt;|&gt;&quot; ) == &quot;`&quot; )</code>")
                .doesNotContain("<script", "<i>", "<b>");
    }

    @Test
    void a_section_to_which_nothing_belongs_is_left_out() {
        String markdown =
                terms(Map.of("a.drl", rule("Delivery", "FreeShipping.of()"))).markdown();

        assertThat(markdown).startsWith("# The terms\n");
        assertThat(markdown.lines().filter(line -> line.startsWith("## "))).containsExactly("## What you get");
    }

    @Test
    void the_terms_are_the_same_in_any_order_of_files_and_in_any_place() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("b.drl", rule("Second", "FreeShipping.of()"));
        files.put("a.drl", "// The title\n\n" + rule("First", "Benefit.of( \"it\" ).through( \"2026-05-01\" )"));
        Map<String, String> turned = new LinkedHashMap<>();
        List.of("a.drl", "b.drl").forEach(name -> turned.put(name, String.valueOf(files.get(name))));
        Terms terms = terms(files);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));

            assertThat(terms(turned)).isEqualTo(terms);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(terms.markdown()).containsSubsequence("# The title", "**First.**", "1 May 2026", "**Second.**");
    }

    private static String rule(String name, String decision) {
        return "rule \"" + name + "\"\nwhen\n    Purchase( total >= 50 )\nthen\n    insert( " + decision + " );\nend\n";
    }

    private static Terms terms(Map<String, String> files) {
        try (RuleSet rules = RuleSet.fromTexts(files)) {
            return rules.terms();
        }
    }
}
