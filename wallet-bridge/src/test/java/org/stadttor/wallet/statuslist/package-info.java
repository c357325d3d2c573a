// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package org.stadttor.wallet.statuslist;

import org.jspecify.annotations.NullMarked;
