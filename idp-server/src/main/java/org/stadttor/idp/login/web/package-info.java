// SPDX-License-Identifier: EUPL-1.2
/** The login pages over HTTP. */
@NullMarked
package org.stadttor.idp.login.web;

import org.jspecify.annotations.NullMarked;
