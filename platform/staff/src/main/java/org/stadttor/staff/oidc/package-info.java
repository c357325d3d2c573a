// SPDX-License-Identifier: EUPL-1.2
/** Signing in through the operator's own OpenID Provider: who is known there is looked up here, never by e-mail. */
@NullMarked
package org.stadttor.staff.oidc;

import org.jspecify.annotations.NullMarked;
