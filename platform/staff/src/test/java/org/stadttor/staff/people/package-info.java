// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package org.stadttor.staff.people;

import org.jspecify.annotations.NullMarked;
