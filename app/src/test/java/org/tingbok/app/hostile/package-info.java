/// Documents that somebody made to hurt whoever reads them, written by code, and what comes of reading them.
@NullMarked
package org.tingbok.app.hostile;

import org.jspecify.annotations.NullMarked;
