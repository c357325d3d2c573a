// SPDX-License-Identifier: EUPL-1.2
/** Registrations of relying parties in PostgreSQL. */
@NullMarked
package org.stadttor.idp.relyingparty.jdbc;

import org.jspecify.annotations.NullMarked;
