// SPDX-License-Identifier: EUPL-1.2
/** What programs of staff read and propose, as JSON. */
@NullMarked
package org.stadttor.trustlist.automation;

import org.jspecify.annotations.NullMarked;
