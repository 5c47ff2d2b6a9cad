package org.regulars.decisions;

/**
 * What a rule can insert. Which decisions a rule may make depends on the facts it names:
 *
 * <table>
 * <caption>When which decision can be made</caption>
 * <tr><th>the rule names</th><th>it runs</th><th>it may insert</th></tr>
 * <tr><td>{@code Purchase}, {@code Item}</td><td>at the till</td>
 *     <td>{@link Discount}, {@link FreeItem}, {@link FreeShipping}, {@link PayWith}, {@link Overdraft}, {@link Benefit},
 *     {@link Upgrade}, {@link Convert}</td></tr>
 * <tr><td>{@code Redemption}</td><td>when a reward is asked for</td>
 *     <td>the same; without a purchase {@link FreeItem} for the next visit</td></tr>
 * <tr><td>{@code Paid}, {@code PaidItem}</td><td>when it is known what is paid</td>
 *     <td>{@link Earn}, {@link Multiply}, {@link Bonus}, {@link FreeItem} for the next visit, {@link FreeShipping},
 *     {@link Benefit}, {@link Upgrade}</td></tr>
 * <tr><td>{@code Balance}</td><td>when all is counted</td>
 *     <td>{@link FreeItem} for the next visit, {@link FreeShipping}, {@link Benefit}, {@link Upgrade}</td></tr>
 * <tr><td>{@code Activity}</td><td>when it happened</td>
 *     <td>{@link Earn}, {@link Multiply}, {@link Bonus}, {@link FreeItem} for the next visit, {@link Benefit},
 *     {@link Upgrade}</td></tr>
 * </table>
 *
 * <p>Decisions are immutable. Amounts are exact: whole numbers ({@code 2}) or text ({@code "0.5"}),
 * never floating point.
 */
public sealed interface Decision permits Earn, Multiply, Bonus, Limit, PayWith, Overdraft, Extend, Forfeit, Reward {}
