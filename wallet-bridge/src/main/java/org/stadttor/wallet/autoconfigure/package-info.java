// SPDX-License-Identifier: EUPL-1.2
/** Composition root of the wallet bridge. */
@NullMarked
package org.stadttor.wallet.autoconfigure;

import org.jspecify.annotations.NullMarked;
