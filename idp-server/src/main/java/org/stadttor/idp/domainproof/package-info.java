// SPDX-License-Identifier: EUPL-1.2
/** Proof that a unit controls the hosts it sends citizens to. */
@NullMarked
package org.stadttor.idp.domainproof;

import org.jspecify.annotations.NullMarked;
