// SPDX-License-Identifier: EUPL-1.2
/** The two endpoints wallets talk to: request objects out, responses in. */
@NullMarked
package org.stadttor.wallet.presentation.web;

import org.jspecify.annotations.NullMarked;
