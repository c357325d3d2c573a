// SPDX-License-Identifier: EUPL-1.2
/** The only HTTP client of Stadttor. */
@NullMarked
package org.stadttor.outbound;

import org.jspecify.annotations.NullMarked;
