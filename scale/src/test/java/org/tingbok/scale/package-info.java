/// The same claims, stories and incidents as on one machine.
@NullMarked
package org.tingbok.scale;

import org.jspecify.annotations.NullMarked;
