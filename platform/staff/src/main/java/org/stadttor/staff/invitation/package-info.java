// SPDX-License-Identifier: EUPL-1.2
/** How people come to an account: by an invitation that serves once. */
@NullMarked
package org.stadttor.staff.invitation;

import org.jspecify.annotations.NullMarked;
