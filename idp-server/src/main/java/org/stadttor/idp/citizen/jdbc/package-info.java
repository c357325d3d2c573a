// SPDX-License-Identifier: EUPL-1.2
/** Accounts and pairwise subjects in PostgreSQL. */
@NullMarked
package org.stadttor.idp.citizen.jdbc;

import org.jspecify.annotations.NullMarked;
