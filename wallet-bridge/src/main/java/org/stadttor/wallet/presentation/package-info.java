// SPDX-License-Identifier: EUPL-1.2
/** The life of one presentation, from the request to the collected result. */
@NullMarked
package org.stadttor.wallet.presentation;

import org.jspecify.annotations.NullMarked;
