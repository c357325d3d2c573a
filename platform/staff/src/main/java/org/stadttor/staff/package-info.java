// SPDX-License-Identifier: EUPL-1.2
/** Staff: who they are, what they may do, and how they confirm it. */
@NullMarked
package org.stadttor.staff;

import org.jspecify.annotations.NullMarked;
