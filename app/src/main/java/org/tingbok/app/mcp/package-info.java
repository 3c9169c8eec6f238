/// Tools for assistants by the Model Context Protocol, see `docs/mcp.md`.
///
/// What enters is a question; what leaves are claims with their ids, quotes, documents, publishers and days, so that an assistant can cite
/// them. Nothing is written. Trap: what a report says may be addressed to the assistant; it leaves as quoted data only.
@NullMarked
package org.tingbok.app.mcp;

import org.jspecify.annotations.NullMarked;
