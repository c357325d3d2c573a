// SPDX-License-Identifier: EUPL-1.2
/** Keys with which a program acts for one person. */
@NullMarked
package org.stadttor.staff.apikey;

import org.jspecify.annotations.NullMarked;
