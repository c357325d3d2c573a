// SPDX-License-Identifier: EUPL-1.2
/** Identities of another provider in PostgreSQL. */
@NullMarked
package org.stadttor.staff.oidc.jdbc;

import org.jspecify.annotations.NullMarked;
