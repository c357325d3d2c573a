// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package org.stadttor.trustlist.automation;

import org.jspecify.annotations.NullMarked;
