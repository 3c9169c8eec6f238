/// What can be asked of a ledger: conditions on claims and documents, words to look for, pages of an answer.
///
/// Enters: what a person or a program asks. Leaves: values that every ledger understands the same way. Nothing here looks
/// anything up. Trap: names are compared by their keys; which further names stand for the same actor under a view is
/// for the asker to put in.
@NullMarked
package org.tingbok.query;

import org.jspecify.annotations.NullMarked;
