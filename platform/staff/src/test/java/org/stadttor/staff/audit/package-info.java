// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package org.stadttor.staff.audit;

import org.jspecify.annotations.NullMarked;
