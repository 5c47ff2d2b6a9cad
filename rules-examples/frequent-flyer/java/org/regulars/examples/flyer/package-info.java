/** An airline's program: miles to spend, qualifying miles, and a status. */
@NullMarked
package org.regulars.examples.flyer;

import org.jspecify.annotations.NullMarked;
