// SPDX-License-Identifier: EUPL-1.2
/** The addresses under /api/v1 of the staff port. */
@NullMarked
package org.stadttor.trustlist.automation.web;

import org.jspecify.annotations.NullMarked;
