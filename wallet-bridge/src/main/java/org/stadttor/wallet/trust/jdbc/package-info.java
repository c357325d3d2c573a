// SPDX-License-Identifier: EUPL-1.2
/** The last good trust lists in PostgreSQL, schema {@code wallet}. */
@NullMarked
package org.stadttor.wallet.trust.jdbc;

import org.jspecify.annotations.NullMarked;
