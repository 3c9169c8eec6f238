/// Small neural networks as they are used, not trained: rows of floats, layers, long short-term memories.
///
/// Weights enter from files; numbers leave. Everything is deterministic and runs on one thread.
@org.jspecify.annotations.NullMarked
package org.tingbok.reading.network;
