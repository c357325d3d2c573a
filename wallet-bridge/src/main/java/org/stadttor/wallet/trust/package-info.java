// SPDX-License-Identifier: EUPL-1.2
/** Where the bridge gets its signed list of trusted entities from. */
@NullMarked
package org.stadttor.wallet.trust;

import org.jspecify.annotations.NullMarked;
