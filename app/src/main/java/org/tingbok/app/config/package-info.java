/// Where the value of an option comes from when the command line does not say it: the environment, a file, or the default.
///
/// Enters: the command line's own model, the environment, a file in TOML. Leaves: defaults for picocli, and what is shown by
/// `tingbok config`. Trap: a file in the working folder is never read by itself, for reports lie in folders of strangers.
@NullMarked
package org.tingbok.app.config;

import org.jspecify.annotations.NullMarked;
