package org.regulars.examples.command;

import static org.regulars.examples.receipts.Visit.next;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.regulars.EventRefusedException;
import org.regulars.LoyaltyEngine;
import org.regulars.Outcome;
import org.regulars.RuleSet;
import org.regulars.RuleSetException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what rules give for a purchase. */
@Command(
        name = "try",
        header = "Shows what rules give for a purchase: the receipt, with the rule behind every amount.",
        description = {
            "",
            "The purchase is a JSON file. This is enough:",
            "",
            "  {",
            "    \"member\": { \"id\": \"Ana\", \"holding\": { \"stamps\": 6 } },",
            "    \"lines\": [",
            "      { \"quantity\": 2, \"name\": \"latte\", \"category\": \"coffee\", \"price\": 4.80 },",
            "      { \"name\": \"croissant\", \"category\": \"pastry\", \"price\": 2.20 }",
            "    ]",
            "  }",
            "",
            "A purchase can have \"at\": \"2026-11-23T07:15\" (else it is made now), \"currency\" (else EUR), \"wishes\":"
                    + " [ \"breakfast\" ], \"shipping\", \"id\", and \"attributes\" such as { \"channel\": \"app\" }; so can a"
                    + " line. A member can have \"joined\", \"tiers\" and \"attributes\". A purchase or a member as your"
                    + " application stores them will do as well.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:here is the receipt",
            "1:the rules or the purchase are wrong",
            "2:the command was not given what it needs: there is no such file",
            "3:the command itself is at fault"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  regulars try rules purchase.json",
            "  regulars try rules monday.json --save ana.json",
            "  regulars try rules tuesday.json --member ana.json --save ana.json"
        })
final class TryCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private CommandSpec command;

    @Mixin
    private RulePath rules;

    @Parameters(index = "1", paramLabel = "PURCHASE.json", description = "What is bought, and by whom.")
    private Path purchase;

    @Option(
            names = "--member",
            paramLabel = "MEMBER.json",
            description = "Who buys it, instead of the member in the purchase.")
    private @Nullable Path member;

    @Option(names = "--save", paramLabel = "FILE", description = "Write the member there as they are afterwards.")
    private @Nullable Path save;

    @Option(names = "--json", description = "Write the whole outcome as JSON instead of the receipt.")
    private boolean json;

    TryCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        refuseIfMissing(purchase);
        if (member != null) {
            refuseIfMissing(member);
        }
        try (RuleSet loaded = rules.load()) {
            PurchaseFile.Visit visit = new PurchaseFile(loaded.zone(), clock.instant()).read(purchase, member);
            Outcome outcome = LoyaltyEngine.with(loaded).decide(visit.member(), visit.purchase());
            PrintWriter out = command.commandLine().getOut();
            out.print(json ? JsonOutput.of(outcome) + "\n" : outcome.explain() + next(outcome));
            out.flush();
            if (save != null) {
                write(save, JsonOutput.of(outcome.memberAfter()) + "\n");
            }
            return RegularsCommand.WELL;
        } catch (RuleSetException e) {
            boolean colours = command.commandLine().getColorScheme().ansi().enabled();
            return wrong(new ProblemReport(e.problems(), rules.files(), 0, false, colours).text());
        } catch (EventRefusedException | FileProblem e) {
            return wrong(e.getMessage() + "\n");
        }
    }

    private int wrong(String message) {
        PrintWriter err = command.commandLine().getErr();
        err.print(message);
        err.flush();
        return RegularsCommand.WRONG;
    }

    private void refuseIfMissing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    command.commandLine(), "There is no file " + file.toAbsolutePath() + ". Maybe the path is wrong?");
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new FileProblem(file.toString(), 0, "cannot be written (" + e + "). Maybe its folder is not there?");
        }
    }
}
