/// Files in which other tools hand over what reports say: whose they are, and what they say as documents with claims. Each
/// format has a room of its own beside this one; this room knows them all.
@NullMarked
package org.tingbok.exchange.imports;

import org.jspecify.annotations.NullMarked;
