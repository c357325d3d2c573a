// SPDX-License-Identifier: EUPL-1.2
/** Pages on which staff read. Nothing is changed here. */
@NullMarked
package org.stadttor.trustlist.overview.web;

import org.jspecify.annotations.NullMarked;
