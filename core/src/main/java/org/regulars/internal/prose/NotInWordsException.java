package org.regulars.internal.prose;

/** There are no words for something that are sure to be true, so it is quoted; only ever caught in this package. */
final class NotInWordsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotInWordsException(String what) {
        super(what, null, false, false);
    }
}
