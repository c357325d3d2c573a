// SPDX-License-Identifier: EUPL-1.2
/** OAuth and OpenID Connect: from the pushed request to the tokens. */
@NullMarked
package org.stadttor.idp.authorization;

import org.jspecify.annotations.NullMarked;
