// SPDX-License-Identifier: EUPL-1.2
/** Settings and database schemas. */
@NullMarked
package org.stadttor.trustlist.operations;

import org.jspecify.annotations.NullMarked;
