/// Reading a corpus on a cluster: adapters around the reader, no rule of its own.
///
/// What enters is a corpus of documents; what leaves are the claims that the plain reader would have found, the same ones.
@NullMarked
package org.tingbok.scale;

import org.jspecify.annotations.NullMarked;
