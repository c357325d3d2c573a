// SPDX-License-Identifier: EUPL-1.2
/** Statistics as a page, as CSV and as JSON. */
@NullMarked
package org.stadttor.idp.statistics.web;

import org.jspecify.annotations.NullMarked;
