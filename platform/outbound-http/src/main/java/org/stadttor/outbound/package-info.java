// SPDX-License-Identifier: EUPL-1.2
/**
 * The only HTTP client of Stadttor. Every fetch has a purpose with a policy of its own: https, where to, how much, how
 * long. The address that was checked is the address that is connected to.
 */
@NullMarked
package org.stadttor.outbound;

import org.jspecify.annotations.NullMarked;
