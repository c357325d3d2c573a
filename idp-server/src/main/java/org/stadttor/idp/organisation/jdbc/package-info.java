// SPDX-License-Identifier: EUPL-1.2
/** The tree of public bodies in PostgreSQL. */
@NullMarked
package org.stadttor.idp.organisation.jdbc;

import org.jspecify.annotations.NullMarked;
