/// Training and measuring of the syntax models, and their tests.
@NullMarked
package org.tingbok.reading.syntax;

import org.jspecify.annotations.NullMarked;
