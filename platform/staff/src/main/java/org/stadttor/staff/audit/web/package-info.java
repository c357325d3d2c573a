// SPDX-License-Identifier: EUPL-1.2
/** Pages about the audit trail. */
@NullMarked
package org.stadttor.staff.audit.web;

import org.jspecify.annotations.NullMarked;
