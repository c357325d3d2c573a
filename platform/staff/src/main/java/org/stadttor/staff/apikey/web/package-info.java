// SPDX-License-Identifier: EUPL-1.2
/** API keys in requests, and the page on which they are made. */
@NullMarked
package org.stadttor.staff.apikey.web;

import org.jspecify.annotations.NullMarked;
