/// The pages in a real browser.
///
/// What enters is a running server; what leaves are verdicts of tests, and the pictures of the docs.
@NullMarked
package org.tingbok.browser;

import org.jspecify.annotations.NullMarked;
