/// Tests of the way from bytes to readable text.
@NullMarked
package org.tingbok.reading.document;

import org.jspecify.annotations.NullMarked;
