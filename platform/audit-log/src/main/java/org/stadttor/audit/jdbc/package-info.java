// SPDX-License-Identifier: EUPL-1.2
/** The audit trail in PostgreSQL, schema {@code audit}. */
@NullMarked
package org.stadttor.audit.jdbc;

import org.jspecify.annotations.NullMarked;
