// SPDX-License-Identifier: EUPL-1.2
/** Who a citizen is to Stadttor (an account) and to each relying party (a pairwise subject). */
@NullMarked
package org.stadttor.idp.citizen;

import org.jspecify.annotations.NullMarked;
