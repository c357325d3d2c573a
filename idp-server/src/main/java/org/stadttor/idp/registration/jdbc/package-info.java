// SPDX-License-Identifier: EUPL-1.2
/** Registrations and their versions in PostgreSQL. */
@NullMarked
package org.stadttor.idp.registration.jdbc;

import org.jspecify.annotations.NullMarked;
