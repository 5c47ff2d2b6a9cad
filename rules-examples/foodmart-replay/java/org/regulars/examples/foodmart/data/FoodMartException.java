package org.regulars.examples.foodmart.data;

/** The FoodMart data cannot be read; the message says what is wrong and in which line of the script. */
public final class FoodMartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FoodMartException(String message) {
        super(message);
    }

    FoodMartException(String message, Throwable cause) {
        super(message, cause);
    }
}
