// SPDX-License-Identifier: EUPL-1.2
/** The sample portal of the city of Musterstadt, a relying party. */
@NullMarked
package org.stadttor.sandbox.portal;

import org.jspecify.annotations.NullMarked;
