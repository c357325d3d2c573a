// SPDX-License-Identifier: EUPL-1.2
/** Who is trusted to issue what, and the two people every decision needs. */
@NullMarked
package org.stadttor.trustlist.issuer;

import org.jspecify.annotations.NullMarked;
