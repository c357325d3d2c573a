// SPDX-License-Identifier: EUPL-1.2
/** The trust decision: does this certificate chain belong to that kind of service on this list? */
@NullMarked
package org.stadttor.trustlist.evaluation;

import org.jspecify.annotations.NullMarked;
