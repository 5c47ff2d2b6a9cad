package org.regulars.internal.kept;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.regulars.Offer;
import org.regulars.RuleProblem;
import org.regulars.RuleProblem.Severity;
import org.regulars.internal.reading.RuleSummary;

/**
 * The bytes in which compiled rules are kept:
 *
 * <pre>
 * entry    = "REGULARS" format:int key:32 bytes rules warnings classes sha-256-of-all-before:32 bytes
 * rules    = count:int { name:text file:text line:int says:text facts:texts present:texts rewards:texts
 *                        multiplying:texts firesOnNothing:byte then:text thenAt:int }
 * warnings = count:int { file:text line:int column:int message:text source:text }
 * classes  = count:int { name:text length:int bytes }
 * texts    = count:int { text }
 * text     = length:int UTF-8
 * </pre>
 *
 * <p>Numbers have four bytes, the highest first. Nothing is believed of a length or a count but what the bytes that are there
 * can hold.
 */
final class Entry {

    private static final byte[] MAGIC = "REGULARS".getBytes(StandardCharsets.US_ASCII);

    /** Raised whenever the bytes below mean something else than before. */
    static final int FORMAT = 1;

    private static final int DIGEST = 32;

    /** What every text, list, rule and class takes at least. */
    private static final int LEAST = Integer.BYTES;

    private Entry() {}

    /** It is not what was once written. */
    static final class Damaged extends IOException {

        private static final long serialVersionUID = 1L;

        Damaged(String why) {
            super(why);
        }
    }

    static byte[] write(Compilation made, byte[] key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeInt(FORMAT);
            out.write(key);
            out.writeInt(made.rules().size());
            for (RuleSummary rule : made.rules()) {
                write(rule, out);
            }
            out.writeInt(made.warnings().size());
            for (RuleProblem warning : made.warnings()) {
                write(warning, out);
            }
            out.writeInt(made.classes().size());
            for (Map.Entry<String, byte[]> type : made.classes().entrySet()) {
                write(type.getKey(), out);
                out.writeInt(type.getValue().length);
                out.write(type.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MessageDigest digest = Key.digest();
        byte[] content = bytes.toByteArray();
        bytes.writeBytes(digest.digest(content));
        return bytes.toByteArray();
    }

    private static void write(RuleSummary rule, DataOutputStream out) throws IOException {
        write(rule.offer().name(), out);
        write(rule.offer().file(), out);
        out.writeInt(rule.offer().line());
        write(rule.offer().says(), out);
        write(rule.facts(), out);
        write(rule.present(), out);
        write(rule.rewards(), out);
        write(rule.multiplying(), out);
        out.writeBoolean(rule.firesOnNothing());
        write(rule.then(), out);
        out.writeInt(rule.thenAt());
    }

    private static void write(RuleProblem warning, DataOutputStream out) throws IOException {
        write(warning.file(), out);
        out.writeInt(warning.line());
        out.writeInt(warning.column());
        write(warning.message(), out);
        write(warning.source(), out);
    }

    private static void write(Collection<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(text, out);
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static Compilation read(byte[] entry, byte[] key) throws Damaged {
        int end = entry.length - DIGEST;
        if (end < MAGIC.length + Integer.BYTES + DIGEST) {
            throw new Damaged("it is too short");
        }
        MessageDigest digest = Key.digest();
        digest.update(entry, 0, end);
        if (!MessageDigest.isEqual(digest.digest(), bytes(ByteBuffer.wrap(entry, end, DIGEST), DIGEST))) {
            throw new Damaged("its bytes are not those that were written");
        }
        ByteBuffer in = ByteBuffer.wrap(entry, 0, end);
        if (!MessageDigest.isEqual(bytes(in, MAGIC.length), MAGIC) || in.getInt() != FORMAT) {
            throw new Damaged("it is something else");
        }
        if (!MessageDigest.isEqual(bytes(in, DIGEST), key)) {
            throw new Damaged("it belongs to other rules");
        }
        List<RuleSummary> rules = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            rules.add(rule(in));
        }
        List<RuleProblem> warnings = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            warnings.add(new RuleProblem(text(in), number(in), number(in), Severity.WARNING, text(in), text(in)));
        }
        Map<String, byte[]> classes = new TreeMap<>();
        for (int left = count(in); left > 0; left--) {
            classes.put(text(in), bytes(in, number(in)));
        }
        if (in.hasRemaining()) {
            throw new Damaged("something follows on it");
        }
        return new Compilation(List.copyOf(rules), List.copyOf(warnings), classes);
    }

    private static RuleSummary rule(ByteBuffer in) throws Damaged {
        Offer offer = new Offer(text(in), text(in), number(in), text(in));
        Set<String> facts = new TreeSet<>(texts(in));
        Set<String> present = new TreeSet<>(texts(in));
        Set<String> rewards = new TreeSet<>(texts(in));
        return new RuleSummary(offer, facts, present, rewards, texts(in), bytes(in, 1)[0] != 0, text(in), number(in));
    }

    private static List<String> texts(ByteBuffer in) throws Damaged {
        List<String> texts = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static String text(ByteBuffer in) throws Damaged {
        return new String(bytes(in, number(in)), StandardCharsets.UTF_8);
    }

    /** How many there are, of things that take some bytes each. */
    private static int count(ByteBuffer in) throws Damaged {
        int count = number(in);
        if (count > in.remaining() / LEAST) {
            throw new Damaged("it says that there is more in it than there is");
        }
        return count;
    }

    private static int number(ByteBuffer in) throws Damaged {
        if (in.remaining() < Integer.BYTES) {
            throw new Damaged("it ends too early");
        }
        int number = in.getInt();
        if (number < 0) {
            throw new Damaged("a number in it is below zero");
        }
        return number;
    }

    private static byte[] bytes(ByteBuffer in, int length) throws Damaged {
        if (length > in.remaining()) {
            throw new Damaged("it ends too early");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
