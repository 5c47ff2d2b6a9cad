package org.regulars.examples.foodmart.data;

import java.time.LocalDate;

/**
 * A customer with an account, whether or not they ever bought anything.
 *
 * @param id the customer id, from 1
 * @param firstName the given name
 * @param lastName the family name
 * @param birthDate the day of birth
 * @param country the country they live in
 * @param accountOpened the day the account was opened
 */
public record Customer(
        int id, String firstName, String lastName, LocalDate birthDate, String country, LocalDate accountOpened) {

    /** The first and last names, as one would greet the customer. */
    public String fullName() {
        return firstName + " " + lastName;
    }
}
