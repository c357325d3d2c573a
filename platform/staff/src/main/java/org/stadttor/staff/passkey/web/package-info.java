// SPDX-License-Identifier: EUPL-1.2
/** Pages of passkeys. */
@NullMarked
package org.stadttor.staff.passkey.web;

import org.jspecify.annotations.NullMarked;
