// SPDX-License-Identifier: EUPL-1.2
/** Passkeys and ceremonies in PostgreSQL. */
@NullMarked
package org.stadttor.staff.passkey.jdbc;

import org.jspecify.annotations.NullMarked;
