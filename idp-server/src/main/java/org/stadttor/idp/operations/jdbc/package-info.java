// SPDX-License-Identifier: EUPL-1.2
/** Support cases in PostgreSQL. */
@NullMarked
package org.stadttor.idp.operations.jdbc;

import org.jspecify.annotations.NullMarked;
