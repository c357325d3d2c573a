// SPDX-License-Identifier: EUPL-1.2
/** For tests of every module with staff pages: a small process, a browser, a walk over all routes. */
@NullMarked
package org.stadttor.staff.testing;

import org.jspecify.annotations.NullMarked;
