// SPDX-License-Identifier: EUPL-1.2
/** Published lists in PostgreSQL. */
@NullMarked
package org.stadttor.trustlist.publication.jdbc;

import org.jspecify.annotations.NullMarked;
