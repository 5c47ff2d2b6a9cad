package org.regulars.examples.tpcds.data;

import static io.trino.tpcds.column.StoreReturnsColumn.SR_ITEM_SK;
import static io.trino.tpcds.column.StoreReturnsColumn.SR_RETURNED_DATE_SK;
import static io.trino.tpcds.column.StoreReturnsColumn.SR_RETURN_AMT;
import static io.trino.tpcds.column.StoreReturnsColumn.SR_RETURN_QUANTITY;
import static io.trino.tpcds.column.StoreReturnsColumn.SR_RETURN_TIME_SK;
import static io.trino.tpcds.column.StoreReturnsColumn.SR_TICKET_NUMBER;
import static io.trino.tpcds.column.StoreSalesColumn.SS_CUSTOMER_SK;
import static io.trino.tpcds.column.StoreSalesColumn.SS_EXT_LIST_PRICE;
import static io.trino.tpcds.column.StoreSalesColumn.SS_EXT_SALES_PRICE;
import static io.trino.tpcds.column.StoreSalesColumn.SS_EXT_WHOLESALE_COST;
import static io.trino.tpcds.column.StoreSalesColumn.SS_ITEM_SK;
import static io.trino.tpcds.column.StoreSalesColumn.SS_LIST_PRICE;
import static io.trino.tpcds.column.StoreSalesColumn.SS_QUANTITY;
import static io.trino.tpcds.column.StoreSalesColumn.SS_SALES_PRICE;
import static io.trino.tpcds.column.StoreSalesColumn.SS_SOLD_DATE_SK;
import static io.trino.tpcds.column.StoreSalesColumn.SS_SOLD_TIME_SK;
import static io.trino.tpcds.column.StoreSalesColumn.SS_TICKET_NUMBER;
import static io.trino.tpcds.column.StoreSalesColumn.SS_WHOLESALE_COST;

import io.trino.tpcds.column.Column;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.regulars.examples.tpcds.data.Ticket.TicketLine;

/** Puts the rows of the generator together to receipts, and fills what is blank from what is not. */
final class TicketReader {

    private static final long NOON = 12 * 3600;
    private static final long DAYS_UNTIL_RETURN = 60;

    private final Map<Long, String> departments;
    private final List<Ticket> tickets = new ArrayList<>();
    private final List<BroughtBack> returns = new ArrayList<>();
    private final List<Row> sales = new ArrayList<>();
    private final List<Row> broughtBack = new ArrayList<>();
    private int lines;
    private int returned;
    private int customers;
    private int unitsWorkedOut;
    private int pricesWorkedOut;
    private int linesLeftOut;
    private int returnsLeftOut;
    private int returnedUnitsWorkedOut;
    private int wholeLines;
    private int days;

    /** A reader for a store that has these items, each in its department. */
    TicketReader(Map<Long, String> departments) {
        this.departments = departments;
    }

    /** The rows of a receipt come one after the other. */
    void read(Row sale) {
        if (!sales.isEmpty() && !sale.text(SS_TICKET_NUMBER).equals(sales.get(0).text(SS_TICKET_NUMBER))) {
            finishTicket();
        }
        sales.add(sale);
        lines++;
    }

    /** The row of a return comes after that of its sale. */
    void readReturn(Row row) {
        broughtBack.add(row);
        returned++;
    }

    StoreYears years() {
        finishTicket();
        Gaps gaps = new Gaps(
                lines,
                returned,
                customers,
                unitsWorkedOut,
                pricesWorkedOut,
                linesLeftOut,
                returnsLeftOut,
                returnedUnitsWorkedOut,
                wholeLines,
                days);
        return new StoreYears(tickets, returns, gaps);
    }

    private void finishTicket() {
        List<TicketLine> bought = new ArrayList<>();
        for (Row sale : sales) {
            customers += sale.has(SS_CUSTOMER_SK) ? 0 : 1;
            OptionalLong units = units(sale);
            OptionalLong cents = cents(sale, units);
            if (units.isEmpty() || cents.isEmpty()) {
                linesLeftOut++;
                continue;
            }
            unitsWorkedOut += sale.has(SS_QUANTITY) ? 0 : 1;
            pricesWorkedOut += sale.has(SS_SALES_PRICE) ? 0 : 1;
            long item = sale.number(SS_ITEM_SK).orElseThrow();
            bought.add(new TicketLine(
                    bought.size() + 1,
                    Math.toIntExact(item),
                    departments.get(item),
                    Math.toIntExact(units.getAsLong()),
                    cents.getAsLong()));
        }
        if (bought.isEmpty()) {
            throw new IllegalStateException("Nothing is known of what is on ticket " + onAnyLine(SS_TICKET_NUMBER));
        }
        Ticket ticket = new Ticket(
                onAnyLine(SS_TICKET_NUMBER),
                Math.toIntExact(onAnyLine(SS_CUSTOMER_SK)),
                moment(day(onAnyLine(SS_SOLD_DATE_SK)), onAnyLine(SS_SOLD_TIME_SK)),
                bought);
        tickets.add(ticket);
        broughtBack.forEach(row -> finishReturn(row, ticket));
        sales.clear();
        broughtBack.clear();
    }

    private void finishReturn(Row row, Ticket ticket) {
        if (row.number(SR_TICKET_NUMBER).orElseThrow() != ticket.number()) {
            throw new IllegalStateException(
                    "A return of ticket " + row.text(SR_TICKET_NUMBER) + " is beside the sales of " + ticket.number());
        }
        long item = row.number(SR_ITEM_SK).orElseThrow();
        ticket.lines().stream()
                .filter(line -> line.item() == item)
                .findFirst()
                .ifPresentOrElse(line -> returns.add(comesBack(row, ticket, line)), () -> returnsLeftOut++);
    }

    private BroughtBack comesBack(Row row, Ticket ticket, TicketLine line) {
        OptionalLong units = row.number(SR_RETURN_QUANTITY);
        if (units.isEmpty()) {
            units = Row.quotient(row.cents(SR_RETURN_AMT), OptionalLong.of(line.cents()));
            returnedUnitsWorkedOut += units.isPresent() ? 1 : 0;
            wholeLines += units.isPresent() ? 0 : 1;
        }
        LocalDate sold = ticket.at().atZone(ZoneOffset.UTC).toLocalDate();
        OptionalLong day = row.number(SR_RETURNED_DATE_SK);
        days += day.isPresent() ? 0 : 1;
        return new BroughtBack(
                ticket.number(),
                line.number(),
                Math.toIntExact(units.orElse(0)),
                moment(
                        day.isPresent() ? day(day.getAsLong()) : sold.plusDays(DAYS_UNTIL_RETURN),
                        row.number(SR_RETURN_TIME_SK).orElse(NOON)));
    }

    private static OptionalLong units(Row sale) {
        return first(
                sale.number(SS_QUANTITY),
                sale.times(SS_EXT_SALES_PRICE, SS_SALES_PRICE),
                sale.times(SS_EXT_LIST_PRICE, SS_LIST_PRICE),
                sale.times(SS_EXT_WHOLESALE_COST, SS_WHOLESALE_COST));
    }

    private static OptionalLong cents(Row sale, OptionalLong units) {
        return first(sale.cents(SS_SALES_PRICE), Row.quotient(sale.cents(SS_EXT_SALES_PRICE), units));
    }

    private static OptionalLong first(OptionalLong... ways) {
        for (OptionalLong way : ways) {
            if (way.isPresent()) {
                return way;
            }
        }
        return OptionalLong.empty();
    }

    /** What is the same on all lines of a receipt and blank on some. */
    private long onAnyLine(Column column) {
        return sales.stream()
                .filter(sale -> sale.has(column))
                .findFirst()
                .map(sale -> sale.number(column).orElseThrow())
                .orElseThrow(() -> new NoSuchElementException(
                        "No line of ticket " + sales.get(0).text(SS_TICKET_NUMBER) + " has " + column.getName()));
    }

    private static LocalDate day(long julian) {
        return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, julian);
    }

    private static Instant moment(LocalDate day, long second) {
        return day.atStartOfDay(ZoneOffset.UTC).plusSeconds(second).toInstant();
    }
}
