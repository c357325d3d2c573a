// SPDX-License-Identifier: EUPL-1.2
/** What curators type, read field by field, and what they and approvers are shown before they decide. */
@NullMarked
package org.stadttor.trustlist.curation;

import org.jspecify.annotations.NullMarked;
