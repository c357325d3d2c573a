// SPDX-License-Identifier: EUPL-1.2
/** Pages of signing in through another provider. */
@NullMarked
package org.stadttor.staff.oidc.web;

import org.jspecify.annotations.NullMarked;
