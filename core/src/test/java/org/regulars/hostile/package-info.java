/**
 * What hostile rule files reach for: a canary that tells that code has run, and classes that make it sing in every way in which
 * a class can act. Public and on the class path, as the application's own classes are.
 */
@NullMarked
package org.regulars.hostile;

import org.jspecify.annotations.NullMarked;
