// SPDX-License-Identifier: EUPL-1.2
/** The certificates of the sandbox, made once and kept. */
@NullMarked
package org.stadttor.sandbox.launcher.pki;

import org.jspecify.annotations.NullMarked;
