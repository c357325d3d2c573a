// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package org.stadttor.trustlist.overview;

import org.jspecify.annotations.NullMarked;
