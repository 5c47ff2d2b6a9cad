/** An online shop: savings, a coupon, free delivery, a gift. */
@NullMarked
package org.regulars.examples.shop;

import org.jspecify.annotations.NullMarked;
