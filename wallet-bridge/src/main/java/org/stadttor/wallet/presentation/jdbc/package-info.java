// SPDX-License-Identifier: EUPL-1.2
/** Presentations in PostgreSQL, schema {@code wallet}. */
@NullMarked
package org.stadttor.wallet.presentation.jdbc;

import org.jspecify.annotations.NullMarked;
