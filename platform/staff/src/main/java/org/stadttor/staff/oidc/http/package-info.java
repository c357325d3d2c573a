// SPDX-License-Identifier: EUPL-1.2
/** How the provider is asked. */
@NullMarked
package org.stadttor.staff.oidc.http;

import org.jspecify.annotations.NullMarked;
