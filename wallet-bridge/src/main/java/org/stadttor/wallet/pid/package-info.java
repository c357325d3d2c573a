// SPDX-License-Identifier: EUPL-1.2
/** Person identification data: attributes, the query for them, reading them. */
@NullMarked
package org.stadttor.wallet.pid;

import org.jspecify.annotations.NullMarked;
