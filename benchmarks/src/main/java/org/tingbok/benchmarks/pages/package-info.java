/// How long pages take: an invented press is put into a ledger, its pages are served and asked for. Enters: how many claims.
/// Leaves: a table in Markdown.
@NullMarked
package org.tingbok.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
