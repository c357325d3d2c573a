// SPDX-License-Identifier: EUPL-1.2
/** The audit trail in PostgreSQL, for reading. */
@NullMarked
package org.stadttor.staff.audit.jdbc;

import org.jspecify.annotations.NullMarked;
