// SPDX-License-Identifier: EUPL-1.2
/** The interface of the public register. */
@NullMarked
package org.stadttor.idp.register.web;

import org.jspecify.annotations.NullMarked;
