// SPDX-License-Identifier: EUPL-1.2
/** Staff in PostgreSQL. */
@NullMarked
package org.stadttor.staff.jdbc;

import org.jspecify.annotations.NullMarked;
