// SPDX-License-Identifier: EUPL-1.2
/** Proofs in PostgreSQL. */
@NullMarked
package org.stadttor.idp.domainproof.jdbc;

import org.jspecify.annotations.NullMarked;
