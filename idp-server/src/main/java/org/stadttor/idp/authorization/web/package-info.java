// SPDX-License-Identifier: EUPL-1.2
/** The OAuth and OpenID Connect endpoints. */
@NullMarked
package org.stadttor.idp.authorization.web;

import org.jspecify.annotations.NullMarked;
