// SPDX-License-Identifier: EUPL-1.2
/** Agencies try their login without software of their own, and have an authorization request looked at. */
@NullMarked
package org.stadttor.idp.trial;

import org.jspecify.annotations.NullMarked;
