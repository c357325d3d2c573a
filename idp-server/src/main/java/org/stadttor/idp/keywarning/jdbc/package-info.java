// SPDX-License-Identifier: EUPL-1.2
/** Keys and warnings in PostgreSQL. */
@NullMarked
package org.stadttor.idp.keywarning.jdbc;

import org.jspecify.annotations.NullMarked;
