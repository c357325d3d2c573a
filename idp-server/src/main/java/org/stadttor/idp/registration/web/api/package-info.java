// SPDX-License-Identifier: EUPL-1.2
/** Services of agencies for programs: the same use cases as the pages, as JSON. */
@NullMarked
package org.stadttor.idp.registration.web.api;

import org.jspecify.annotations.NullMarked;
