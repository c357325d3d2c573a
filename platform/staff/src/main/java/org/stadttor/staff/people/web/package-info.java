// SPDX-License-Identifier: EUPL-1.2
/** Pages about people. */
@NullMarked
package org.stadttor.staff.people.web;

import org.jspecify.annotations.NullMarked;
