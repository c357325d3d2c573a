// SPDX-License-Identifier: EUPL-1.2
/** Wallets, and the presentations of logins, in PostgreSQL. */
@NullMarked
package org.stadttor.idp.login.jdbc;

import org.jspecify.annotations.NullMarked;
