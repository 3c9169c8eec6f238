/// Command line and server: the one runnable artifact.
///
/// What enters are a person's commands and requests; what leaves is text, JSON or a page.
@NullMarked
package org.tingbok.app;

import org.jspecify.annotations.NullMarked;
