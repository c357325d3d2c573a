// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package org.stadttor.staff.oidc;

import org.jspecify.annotations.NullMarked;
