// SPDX-License-Identifier: EUPL-1.2
/** A wallet that answers presentation requests, well or badly. */
@NullMarked
package org.stadttor.sandbox.wallet;

import org.jspecify.annotations.NullMarked;
