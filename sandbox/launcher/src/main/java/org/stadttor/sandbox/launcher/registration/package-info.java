// SPDX-License-Identifier: EUPL-1.2
/** Relying parties, issuers and wallets as files: read at the start, watched while the sandbox runs. */
@NullMarked
package org.stadttor.sandbox.launcher.registration;

import org.jspecify.annotations.NullMarked;
