// SPDX-License-Identifier: EUPL-1.2
/** The identity provider: start and wiring; everything else is in the rooms below. */
@NullMarked
package org.stadttor.idp;

import org.jspecify.annotations.NullMarked;
