// SPDX-License-Identifier: EUPL-1.2
/** What every credential format has in common. */
@NullMarked
package org.stadttor.wallet.credential;

import org.jspecify.annotations.NullMarked;
