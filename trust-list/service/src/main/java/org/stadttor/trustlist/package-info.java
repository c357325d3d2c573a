// SPDX-License-Identifier: EUPL-1.2
/** The trust-list service: start and wiring; everything else is in the rooms below. */
@NullMarked
package org.stadttor.trustlist;

import org.jspecify.annotations.NullMarked;
