// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package org.stadttor.wallet.trust;

import org.jspecify.annotations.NullMarked;
