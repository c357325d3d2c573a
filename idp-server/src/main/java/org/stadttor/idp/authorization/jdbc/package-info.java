// SPDX-License-Identifier: EUPL-1.2
/** Authorization requests, grants, signing keys and used assertion ids in PostgreSQL. */
@NullMarked
package org.stadttor.idp.authorization.jdbc;

import org.jspecify.annotations.NullMarked;
