package org.regulars.internal.deciding;

import java.math.BigDecimal;
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
import org.regulars.internal.values.Values;

/**
 * A short fingerprint of an event's content, by which a repeated event is told from a changed one.
 *
 * <p>It is there to notice mistakes, not forgeries, so it need not be hard to forge, and every purchase needs one: FNV-1a with
 * 64 bits, taken four characters at a time. The same on every JVM.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-eastlake-fnv">The FNV Non-Cryptographic Hash Algorithm</a>
 */
final class Digest {

    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private static final String RETURN = "return ";

    private static final Comparator<Line> BY_NUMBER = Comparator.comparingInt(Line::number);

    private long hash = OFFSET_BASIS;

    private Digest() {}

    static String of(Event event) {
        Digest digest = new Digest();
        digest.part(event.at()).attributes(event.attributes());
        if (event instanceof Purchase purchase) {
            digest.part("purchase").part(purchase.currency()).part(purchase.shipping());
            List<Line> lines = byNumber(purchase.lines());
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                digest.part(line.number())
                        .part(line.name())
                        .part(line.category())
                        .part(line.quantity())
                        .part(line.amount())
                        .part(line.currency())
                        .attributes(line.attributes());
            }
            for (int i = 0; i < purchase.wishes().size(); i++) {
                Purchase.Wish wish = purchase.wishes().get(i);
                digest.part("wish").part(wish.reward()).part(wish.amount());
            }
        } else if (event instanceof Activity activity) {
            digest.part("activity").part(activity.name());
        } else if (event instanceof Redemption asked) {
            digest.part("redemption").part(asked.reward()).part(asked.amount());
        } else if (event instanceof Correction correction) {
            digest.part("correction")
                    .part(correction.kind())
                    .part(correction.amount())
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
            digest.part(part.line()).part(String.valueOf(part.quantity())).part(String.valueOf(part.money()));
        }
        return RETURN + digest.hex();
    }

    /** The same receipt, however its lines are listed. */
    private static List<Line> byNumber(List<Line> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).number() < lines.get(i - 1).number()) {
                return lines.stream().sorted(BY_NUMBER).toList();
            }
        }
        return lines;
    }

    /** Parts are told apart by their lengths, so that no two events run together to one text. */
    private Digest part(String text) {
        int length = text.length();
        part(length);
        int i = 0;
        for (; i + 3 < length; i += 4) {
            part(text.charAt(i)
                    | (long) text.charAt(i + 1) << 16
                    | (long) text.charAt(i + 2) << 32
                    | (long) text.charAt(i + 3) << 48);
        }
        for (; i < length; i++) {
            part(text.charAt(i));
        }
        return this;
    }

    private Digest part(long number) {
        long mixed = (hash ^ number) * PRIME;
        // A product keeps what came in at the top at the top; folded down, the next step spreads it.
        hash = mixed ^ (mixed >>> Integer.SIZE);
        return this;
    }

    /** Amounts come in their plain form, so equal ones have equal digits. */
    private Digest part(BigDecimal amount) {
        return Values.isShort(amount) ? part(amount.scale()).part(Values.unscaled(amount)) : part(amount.toString());
    }

    private void attributes(Map<String, String> attributes) {
        part(attributes.size());
        if (!attributes.isEmpty()) {
            attributes.forEach((name, text) -> part(name).part(text));
        }
    }

    private String hex() {
        return HexFormat.of().toHexDigits(hash);
    }
}
