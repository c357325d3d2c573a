// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package org.stadttor.staff.invitation;

import org.jspecify.annotations.NullMarked;
