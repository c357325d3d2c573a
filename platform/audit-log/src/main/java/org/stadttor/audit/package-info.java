// SPDX-License-Identifier: EUPL-1.2
/** The append-only, hash-chained audit trail of every process. */
@NullMarked
package org.stadttor.audit;

import org.jspecify.annotations.NullMarked;
