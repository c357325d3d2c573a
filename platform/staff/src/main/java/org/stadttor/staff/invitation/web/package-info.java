// SPDX-License-Identifier: EUPL-1.2
/** The page behind an invitation's link. */
@NullMarked
package org.stadttor.staff.invitation.web;

import org.jspecify.annotations.NullMarked;
