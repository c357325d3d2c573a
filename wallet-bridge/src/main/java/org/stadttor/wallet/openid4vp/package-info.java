// SPDX-License-Identifier: EUPL-1.2
/** Messages of OpenID4VP 1.0: signed request objects out, encrypted responses in. */
@NullMarked
package org.stadttor.wallet.openid4vp;

import org.jspecify.annotations.NullMarked;
