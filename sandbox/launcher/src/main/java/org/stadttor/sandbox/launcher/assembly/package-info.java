// SPDX-License-Identifier: EUPL-1.2
/** The parts of the sandbox, each a Spring application of its own, wired to each other; used by tests as well. */
@NullMarked
package org.stadttor.sandbox.launcher.assembly;

import org.jspecify.annotations.NullMarked;
