// SPDX-License-Identifier: EUPL-1.2
/** Composition of the staff side of a process. */
@NullMarked
package org.stadttor.staff.wiring;

import org.jspecify.annotations.NullMarked;
