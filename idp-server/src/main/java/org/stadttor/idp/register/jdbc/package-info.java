// SPDX-License-Identifier: EUPL-1.2
/** The public register in PostgreSQL. */
@NullMarked
package org.stadttor.idp.register.jdbc;

import org.jspecify.annotations.NullMarked;
