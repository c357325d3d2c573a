// SPDX-License-Identifier: EUPL-1.2
/** The counts in PostgreSQL. */
@NullMarked
package org.stadttor.idp.statistics.jdbc;

import org.jspecify.annotations.NullMarked;
