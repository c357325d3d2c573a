// SPDX-License-Identifier: EUPL-1.2
/** Who belongs to the staff and what they may do: given, taken, suspended, and by whom. */
@NullMarked
package org.stadttor.staff.people;

import org.jspecify.annotations.NullMarked;
