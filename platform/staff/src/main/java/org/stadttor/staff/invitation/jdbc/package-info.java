// SPDX-License-Identifier: EUPL-1.2
/** Invitations in PostgreSQL. */
@NullMarked
package org.stadttor.staff.invitation.jdbc;

import org.jspecify.annotations.NullMarked;
