/** An airline's program: miles to spend, qualifying miles, and a status. */
@NullMarked
package org.regulars.examples.airline;

import org.jspecify.annotations.NullMarked;
