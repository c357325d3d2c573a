// SPDX-License-Identifier: EUPL-1.2
/** Passkeys of the staff: sign-in, confirmation, registration (Web Authentication Level 3). */
@NullMarked
package org.stadttor.staff.passkey;

import org.jspecify.annotations.NullMarked;
