package org.regulars.internal.deciding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.regulars.Activity;
import org.regulars.Correction;
import org.regulars.Event;
import org.regulars.Line;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.Return;

/** A short fingerprint of an event's content, by which a repeated event is told from a changed one. */
final class Digest {

    private static final int BYTES_KEPT = 8;

    private static final String RETURN = "return ";

    private final StringBuilder content = new StringBuilder();

    private Digest() {}

    static String of(Event event) {
        Digest digest = new Digest();
        digest.part(event.at()).attributes(event.attributes());
        if (event instanceof Purchase purchase) {
            digest.part("purchase")
                    .part(purchase.currency())
                    .part(purchase.shipping().toPlainString());
            for (Line line : byNumber(purchase.lines())) {
                digest.part(Integer.toString(line.number()))
                        .part(line.name())
                        .part(line.category())
                        .part(line.quantity().toString())
                        .part(line.amount().toString())
                        .part(line.currency())
                        .attributes(line.attributes());
            }
            for (Purchase.Wish wish : purchase.wishes()) {
                digest.part("wish").part(wish.reward()).part(wish.amount().toString());
            }
        } else if (event instanceof Activity activity) {
            digest.part("activity").part(activity.name());
        } else if (event instanceof Redemption asked) {
            digest.part("redemption").part(asked.reward()).part(asked.amount().toString());
        } else if (event instanceof Correction correction) {
            digest.part("correction")
                    .part(correction.kind())
                    .part(correction.amount().toString())
                    .part(correction.reason());
        }
        return digest.hex();
    }

    /** Whether it is that of a return. */
    static boolean isOfReturn(String digest) {
        return digest.startsWith(RETURN);
    }

    /** Of a return: what comes back, and of which event. */
    static String of(Return brought, String event) {
        Digest digest = new Digest();
        digest.part(brought.at()).attributes(brought.attributes());
        digest.part("return").part(event);
        for (Return.Part part : brought.parts()) {
            digest.part(Integer.toString(part.line()))
                    .part(String.valueOf(part.quantity()))
                    .part(String.valueOf(part.money()));
        }
        return RETURN + digest.hex();
    }

    /** The same receipt, however its lines are listed. */
    private static List<Line> byNumber(List<Line> lines) {
        return lines.stream().sorted(Comparator.comparingInt(Line::number)).toList();
    }

    /** Parts are told apart by their lengths, so that no two events run together to one text. */
    private Digest part(String text) {
        content.append(text.length()).append(':').append(text);
        return this;
    }

    private void attributes(Map<String, String> attributes) {
        part(Integer.toString(attributes.size()));
        attributes.forEach((name, text) -> part(name).part(text));
    }

    private String hex() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES_KEPT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
