// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package org.stadttor.outbound;

import org.jspecify.annotations.NullMarked;
