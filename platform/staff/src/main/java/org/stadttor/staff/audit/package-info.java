// SPDX-License-Identifier: EUPL-1.2
/** Looking at the audit trail, and at whether it is whole. */
@NullMarked
package org.stadttor.staff.audit;

import org.jspecify.annotations.NullMarked;
