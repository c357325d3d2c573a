// SPDX-License-Identifier: EUPL-1.2
/** Everything in one JVM: for trying Stadttor out and for developing against it, never for real citizens. */
@NullMarked
package org.stadttor.sandbox.launcher;

import org.jspecify.annotations.NullMarked;
