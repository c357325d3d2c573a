// SPDX-License-Identifier: EUPL-1.2
/** Pages on which staff propose, decide and take trust away. */
@NullMarked
package org.stadttor.trustlist.curation.web;

import org.jspecify.annotations.NullMarked;
