/// Who may do what: accounts with passwords, tokens for programs, sessions of browsers, and the list of what happened about them.
///
/// All of it lies in a file of its own beside the ledger, so that no secret is in the ledger or in anything that is taken out of
/// it. What enters is a name with a password, a token or a cookie; what leaves is a [Caller], who has rights and sees the ledger
/// up to a marking. Nothing here knows of HTTP, but for the names of its headers in what it is asked.
@NullMarked
package org.tingbok.app.access;

import org.jspecify.annotations.NullMarked;
