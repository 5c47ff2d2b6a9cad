package org.regulars.internal.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells one set of rule files from another. */
public final class Fingerprint {

    /**
     * Raised whenever the same rule text would be decided otherwise than before, so that an outcome of
     * then is not taken for an outcome of now.
     */
    private static final String SEMANTICS = "regulars-semantics-2";

    private Fingerprint() {}

    /** The fingerprint of these files, given in the order of their names. */
    public static String of(List<RuleFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, SEMANTICS);
            for (RuleFile file : files) {
                add(digest, file.name());
                add(digest, file.text());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** With its length, so that no two lists of files run together to the same bytes. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
