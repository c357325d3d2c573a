// SPDX-License-Identifier: EUPL-1.2
/** API keys in PostgreSQL. */
@NullMarked
package org.stadttor.staff.apikey.jdbc;

import org.jspecify.annotations.NullMarked;
