// SPDX-License-Identifier: EUPL-1.2
/** Staff pages: own port, session, sign-in, navigation. */
@NullMarked
package org.stadttor.staff.web;

import org.jspecify.annotations.NullMarked;
