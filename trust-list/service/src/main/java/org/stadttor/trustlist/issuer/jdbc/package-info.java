// SPDX-License-Identifier: EUPL-1.2
/** Issuers in PostgreSQL. */
@NullMarked
package org.stadttor.trustlist.issuer.jdbc;

import org.jspecify.annotations.NullMarked;
