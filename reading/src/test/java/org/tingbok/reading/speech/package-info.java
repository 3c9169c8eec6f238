/// Tests of reported speech.
@NullMarked
package org.tingbok.reading.speech;

import org.jspecify.annotations.NullMarked;
