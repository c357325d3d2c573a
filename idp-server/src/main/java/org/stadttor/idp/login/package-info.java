// SPDX-License-Identifier: EUPL-1.2
/** The pages a citizen sees between the portal and the wallet. */
@NullMarked
package org.stadttor.idp.login;

import org.jspecify.annotations.NullMarked;
