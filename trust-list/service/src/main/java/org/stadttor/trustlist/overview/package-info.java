// SPDX-License-Identifier: EUPL-1.2
/** What staff read about trust: what is wrong now, what runs out when, who is listed, and why a chain is trusted or not. */
@NullMarked
package org.stadttor.trustlist.overview;

import org.jspecify.annotations.NullMarked;
