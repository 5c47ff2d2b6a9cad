package org.regulars.examples.tpcds.data;

/**
 * What the generator left blank, as real data have it, and what was made of it.
 *
 * @param lines lines of receipts in all
 * @param returns returns in all
 * @param customers lines without a customer; another line of the receipt has them
 * @param unitsWorkedOut lines without a quantity that follows from the line's other amounts
 * @param pricesWorkedOut lines without a price that follows from the line's other amounts
 * @param linesLeftOut lines of which quantity or price are nowhere to be had
 * @param returnsLeftOut returns of those lines
 * @param returnedUnitsWorkedOut returns without a quantity that follows from the money paid back
 * @param wholeLines returns without a quantity that does not: all of the line is taken to come back
 * @param days returns without a day, taken to be 60 days after the purchase
 */
public record Gaps(
        int lines,
        int returns,
        int customers,
        int unitsWorkedOut,
        int pricesWorkedOut,
        int linesLeftOut,
        int returnsLeftOut,
        int returnedUnitsWorkedOut,
        int wholeLines,
        int days) {}
