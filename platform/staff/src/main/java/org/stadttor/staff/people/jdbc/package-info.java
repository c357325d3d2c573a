// SPDX-License-Identifier: EUPL-1.2
/** People and proposals in PostgreSQL. */
@NullMarked
package org.stadttor.staff.people.jdbc;

import org.jspecify.annotations.NullMarked;
