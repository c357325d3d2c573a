// SPDX-License-Identifier: EUPL-1.2
/** The counterparts of Stadttor for trying and testing: PID providers, a browser wallet and a portal, in one application. */
@NullMarked
package org.stadttor.sandbox;

import org.jspecify.annotations.NullMarked;
