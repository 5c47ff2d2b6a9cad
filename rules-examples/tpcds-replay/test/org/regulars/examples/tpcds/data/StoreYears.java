package org.regulars.examples.tpcds.data;

import io.trino.tpcds.Results;
import io.trino.tpcds.Session;
import io.trino.tpcds.Table;
import io.trino.tpcds.column.ItemColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The store sales and store returns of TPC-DS, made by its generator, the same at every run.
 *
 * @param tickets the receipts, by number
 * @param returns what was brought back, in the order of the receipts
 * @param gaps what was blank
 */
public record StoreYears(List<Ticket> tickets, List<BroughtBack> returns, Gaps gaps) {

    /** How much is generated. There are no fewer sales at a smaller scale, only fewer customers. */
    private static final double SCALE = 0.05;

    /** Keeps its own copies. */
    public StoreYears {
        tickets = List.copyOf(tickets);
        returns = List.copyOf(returns);
    }

    /** All sales and returns. */
    public static StoreYears generate() {
        Session session = Session.getDefaultSession().withScale(SCALE);
        TicketReader reader = new TicketReader(departments(session));
        // A row of sales, and with it the row of its return, if there is one.
        for (List<List<String>> rows : Results.constructResults(Table.STORE_SALES, session)) {
            reader.read(new Row(rows.get(0)));
            if (rows.size() > 1) {
                reader.readReturn(new Row(rows.get(1)));
            }
        }
        return reader.years();
    }

    private static Map<Long, String> departments(Session session) {
        Map<Long, String> departments = new HashMap<>();
        for (List<List<String>> rows : Results.constructResults(Table.ITEM, session)) {
            Row item = new Row(rows.get(0));
            String category = item.has(ItemColumn.I_CATEGORY) ? item.text(ItemColumn.I_CATEGORY) : "Other";
            departments.put(item.number(ItemColumn.I_ITEM_SK).orElseThrow(), Department.of(category));
        }
        return departments;
    }
}
