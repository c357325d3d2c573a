// SPDX-License-Identifier: EUPL-1.2
/** Token Status List: references, tokens, caching, the check. */
@NullMarked
package org.stadttor.wallet.statuslist;

import org.jspecify.annotations.NullMarked;
